using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Attachments;

/// <summary>Puts one of a card's pictures on its tile, or takes it off.</summary>
public sealed record SetCoverImage : CardCommand
{
    /// <summary>The attached picture; null for none.</summary>
    public required Guid? AttachmentId { get; init; }

    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    )
    {
        var picture = AttachmentId is { } id
            ? await context.Db.Attachments.SingleOrDefaultAsync(
                a => a.Id == id && a.CardId == card.Id && a.DeletedAt == null,
                cancellationToken
            )
            : null;
        if (AttachmentId is not null && picture is null)
        {
            return new Rejection(RejectionCode.AttachmentNotFound);
        }

        if (picture is { Width: null })
        {
            return new Rejection(RejectionCode.ValueInvalid, "cover");
        }

        if (card.CoverAttachmentId != AttachmentId)
        {
            context.Log(ActivityKind.CardCoverSet, card.Id, after: picture?.Name);
            context.Undo = this with { CommandId = Guid.CreateVersion7(), AttachmentId = card.CoverAttachmentId };
            card.CoverAttachmentId = AttachmentId;
        }

        return null;
    }
}
