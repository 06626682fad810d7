using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>Gives a card's tile a strip of colour, or takes it away.</summary>
public sealed record SetCardCover : CardCommand
{
    /// <summary>The colour; null for none.</summary>
    public required LabelColor? Cover { get; init; }

    private protected override Rejection? Change(BoardCommandContext context, Card card)
    {
        if (Cover is { } color && !Enum.IsDefined(color))
        {
            return new Rejection(RejectionCode.ValueInvalid, "cover");
        }

        if (card.Cover != Cover)
        {
            context.Log(ActivityKind.CardCoverSet, card.Id, before: $"{card.Cover}", after: $"{Cover}");
            context.Undo = this with { CommandId = Guid.CreateVersion7(), Cover = card.Cover };
            card.Cover = Cover;
        }

        return null;
    }
}
