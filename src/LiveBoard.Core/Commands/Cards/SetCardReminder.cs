using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>Sets how long before a card is due people are reminded of it.</summary>
public sealed record SetCardReminder : CardCommand
{
    /// <summary>Longest time before, in minutes: four weeks.</summary>
    public const int MaxMinutes = 4 * 7 * 24 * 60;

    /// <summary>In minutes; null for a day.</summary>
    public required int? Minutes { get; init; }

    private protected override Rejection? Change(BoardCommandContext context, Card card)
    {
        if (Minutes is < 0 or > MaxMinutes)
        {
            return new Rejection(RejectionCode.ValueInvalid, "reminder");
        }

        if (card.ReminderMinutes != Minutes)
        {
            context.Log(ActivityKind.CardReminderSet, card.Id, before: $"{card.ReminderMinutes}", after: $"{Minutes}");
            context.Undo = this with { CommandId = Guid.CreateVersion7(), Minutes = card.ReminderMinutes };
            card.ReminderMinutes = Minutes;
        }

        return null;
    }
}
