using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Attachments;

/// <summary>Calls an attachment something else.</summary>
public sealed record RenameAttachment : AttachmentCommand
{
    /// <summary>The new name.</summary>
    public required string Name { get; init; }

    /// <summary>The name it was read with; when somebody changed it since, the command is rejected with the current one. Null to overwrite.</summary>
    public string? ExpectedName { get; init; }

    private protected override Rejection? Change(BoardCommandContext context, Card card, Attachment attachment)
    {
        if (TextRules.Line(Name, Attachment.MaxNameLength, "name", out var name) is { } invalid)
        {
            return invalid;
        }

        if (ExpectedName is not null && attachment.Name != ExpectedName && attachment.Name != name)
        {
            return new Rejection(RejectionCode.ChangedMeanwhile, "name", attachment.Name);
        }

        if (attachment.Name != name)
        {
            context.Log(ActivityKind.AttachmentRenamed, card.Id, before: attachment.Name, after: name);
            context.Undo = this with { CommandId = Guid.CreateVersion7(), Name = attachment.Name, ExpectedName = name };
            attachment.Name = name;
        }

        return null;
    }
}
