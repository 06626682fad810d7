using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>Puts a label on a card or takes it off.</summary>
public sealed record SetCardLabel : CardCommand
{
    /// <summary>The label.</summary>
    public required Guid LabelId { get; init; }

    /// <summary>True to put it on, false to take it off.</summary>
    public required bool IsOn { get; init; }

    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    )
    {
        var label = await context.Db.Labels.SingleOrDefaultAsync(
            l => l.Id == LabelId && l.BoardId == BoardId,
            cancellationToken
        );
        if (label is null)
        {
            return new Rejection(RejectionCode.LabelNotFound);
        }

        if (Put(context, card, label, IsOn))
        {
            context.Undo = this with { CommandId = Guid.CreateVersion7(), IsOn = !IsOn };
        }

        return null;
    }

    /// <summary>Puts the label on one card or takes it off.</summary>
    /// <returns>False when the card is as wished already.</returns>
    internal static bool Put(BoardCommandContext context, Card card, Label label, bool isOn)
    {
        var link = card.Labels.SingleOrDefault(l => l.LabelId == label.Id);
        if (isOn == link is not null)
        {
            return false;
        }

        if (link is null)
        {
            card.Labels.Add(new CardLabel { CardId = card.Id, LabelId = label.Id });
        }
        else
        {
            card.Labels.Remove(link);
            context.Db.CardLabels.Remove(link);
        }

        context.Log(isOn ? ActivityKind.CardLabelled : ActivityKind.CardUnlabelled, card.Id, after: label.Name);
        return true;
    }
}
