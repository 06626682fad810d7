using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>Sets or clears when work on a card is planned to start.</summary>
public sealed record SetCardStart : CardCommand
{
    /// <summary>When, UTC; null for no date.</summary>
    public required DateTime? StartAt { get; init; }

    private protected override Rejection? Change(BoardCommandContext context, Card card)
    {
        if (DateRules.Check(StartAt, "start date") is { } invalid)
        {
            return invalid;
        }

        if (card.StartAt != StartAt)
        {
            context.Undo = this with { CommandId = Guid.CreateVersion7(), StartAt = card.StartAt };
            Put(context, card, StartAt);
        }

        return null;
    }

    /// <summary>Gives one card the date.</summary>
    internal static void Put(BoardCommandContext context, Card card, DateTime? startAt)
    {
        var (before, after) = (DateRules.Words(card.StartAt), DateRules.Words(startAt));
        context.Log(ActivityKind.CardStartSet, card.Id, before: before, after: after);
        card.StartAt = startAt;
    }
}
