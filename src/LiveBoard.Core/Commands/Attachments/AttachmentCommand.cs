using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Attachments;

/// <summary>A wish about one attachment. One that was taken away is there for whoever brings it back, and for nobody else.</summary>
public abstract record AttachmentCommand : CardCommand
{
    /// <summary>The attachment.</summary>
    public required Guid AttachmentId { get; init; }

    private protected sealed override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    )
    {
        var attachment = await context.Db.Attachments.SingleOrDefaultAsync(
            a => a.Id == AttachmentId && a.CardId == card.Id,
            cancellationToken
        );
        return attachment is null || (attachment.DeletedAt is not null && !IsForRemoved)
            ? new Rejection(RejectionCode.AttachmentNotFound)
            : Change(context, card, attachment);
    }

    private protected virtual bool IsForRemoved => false;

    private protected abstract Rejection? Change(BoardCommandContext context, Card card, Attachment attachment);
}
