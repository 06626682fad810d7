using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Attachments;

/// <summary>Takes an attachment away, or brings it back as long as its file is kept.</summary>
public sealed record RemoveAttachment : AttachmentCommand
{
    /// <summary>False to bring it back.</summary>
    public bool IsRemoved { get; init; } = true;

    /// <summary>True to make it the cover again when it comes back, unless another picture is by then.</summary>
    public bool IsCover { get; init; }

    private protected override bool IsForRemoved => true;

    private protected override Rejection? Change(BoardCommandContext context, Card card, Attachment attachment)
    {
        if (attachment.DeletedAt is not null == IsRemoved)
        {
            return null;
        }

        var wasCover = card.CoverAttachmentId == attachment.Id;
        if (IsRemoved)
        {
            attachment.DeletedAt = context.Now;
            card.AttachmentCount--;
            card.CoverAttachmentId = wasCover ? null : card.CoverAttachmentId;
            context.Log(ActivityKind.AttachmentRemoved, card.Id, before: attachment.Name);
        }
        else
        {
            attachment.DeletedAt = null;
            card.AttachmentCount++;
            card.CoverAttachmentId ??= IsCover && attachment.Width is not null ? attachment.Id : null;
            context.Log(ActivityKind.AttachmentRestored, card.Id, after: attachment.Name);
        }

        context.Undo = this with { CommandId = Guid.CreateVersion7(), IsRemoved = !IsRemoved, IsCover = wasCover };
        return null;
    }
}
