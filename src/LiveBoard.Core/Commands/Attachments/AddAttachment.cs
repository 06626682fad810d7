using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Attachments;

/// <summary>Hangs something on a card. Its undo takes it away again.</summary>
public abstract record AddAttachment : CardCommand
{
    private protected sealed override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    )
    {
        var count = await context.Db.Attachments.CountAsync(a => a.CardId == card.Id, cancellationToken);
        if (count >= Attachment.MaxPerCard)
        {
            return new Rejection(RejectionCode.TooMany, "attachments");
        }

        var (rejection, attachment) = await MakeAsync(context, card, cancellationToken);
        if (attachment is null)
        {
            return rejection;
        }

        context.Db.Attachments.Add(attachment);
        card.AttachmentCount++;
        context.Log(ActivityKind.CardAttached, card.Id, after: attachment.Name);
        context.Undo = new RemoveAttachment
        {
            BoardId = BoardId,
            CardId = card.Id,
            AttachmentId = attachment.Id,
        };
        return null;
    }

    private protected abstract Task<(Rejection? Rejection, Attachment? Attachment)> MakeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    );
}
