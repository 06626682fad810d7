using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>Sets or clears when a card is due, and whether it has been met.</summary>
public sealed record SetCardDue : CardCommand
{
    /// <summary>When it is due, UTC; null for no due date.</summary>
    public required DateTime? DueAt { get; init; }

    /// <summary>True when it has been met.</summary>
    public bool IsDone { get; init; }

    /// <summary>What it was read as; when somebody changed it since, the command is rejected with what stands there. Null to overwrite.</summary>
    public DateReading? ReadAs { get; init; }

    private protected override Rejection? Change(BoardCommandContext context, Card card)
    {
        if (DateRules.Check(DueAt, "due date") is { } invalid)
        {
            return invalid;
        }

        if (ReadAs is { } read && card.DueAt != read.At && card.DueAt != DueAt)
        {
            return new Rejection(RejectionCode.ChangedMeanwhile, "due date", DateRules.Words(card.DueAt));
        }

        var isDone = IsDone && DueAt is not null;
        if (card.DueAt == DueAt && card.IsDueDone == isDone)
        {
            return null;
        }

        context.Undo = this with
        {
            CommandId = Guid.CreateVersion7(),
            DueAt = card.DueAt,
            IsDone = card.IsDueDone,
            ReadAs = new DateReading(DueAt),
        };
        Put(context, card, DueAt, isDone);
        return null;
    }

    /// <summary>Gives one card the date.</summary>
    internal static void Put(BoardCommandContext context, Card card, DateTime? dueAt, bool isDone)
    {
        var kind = card.DueAt == dueAt ? ActivityKind.CardDueDone : ActivityKind.CardDueSet;
        context.Log(kind, card.Id, before: Words(card.DueAt, card.IsDueDone), after: Words(dueAt, isDone));
        (card.DueAt, card.IsDueDone) = (dueAt, isDone);
    }

    private static string? Words(DateTime? due, bool isDone) =>
        due is null ? null : DateRules.Words(due) + (isDone ? " done" : "");
}

/// <summary>What a date was when somebody read it.</summary>
/// <param name="At">The date, UTC; null for none.</param>
public sealed record DateReading(DateTime? At);
