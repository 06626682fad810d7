namespace LiveBoard.Core.Access.Work;

/// <summary>When work presses. Pure.</summary>
public static class WorkPlan
{
    /// <summary>The part of the plan in which a card stands. Days and weeks, from Monday, are those of the zone.</summary>
    public static WorkTime TimeOf(WorkCard card, DateTime now, TimeZoneInfo zone)
    {
        if (PressesAt(card) is not { } at)
        {
            // A date that has been met does not press, but it is one.
            return card.DueAt is null ? WorkTime.NoDate : WorkTime.Later;
        }

        if (at <= now)
        {
            return WorkTime.Overdue;
        }

        var (day, today) = (DayOf(at, zone), DayOf(now, zone));
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        return day == today ? WorkTime.Today
            : day <= sunday ? WorkTime.ThisWeek
            : WorkTime.Later;
    }

    /// <summary>The first moment at which something of the card is due that is the person's; null for none.</summary>
    public static DateTime? PressesAt(WorkCard card)
    {
        var own = card.IsDueDone ? null : card.DueAt;
        // A step without a date is due with its card.
        var steps = card.Steps.Min(step => step.DueAt ?? own);
        return card.IsAssigned && (steps is null || own < steps) ? own : steps;
    }

    private static DateOnly DayOf(DateTime utc, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));
}

/// <summary>When something is to be done, the most pressing first.</summary>
public enum WorkTime
{
    /// <summary>Its moment has passed.</summary>
    Overdue = 0,

    /// <summary>Later today.</summary>
    Today = 1,

    /// <summary>On another day until Sunday.</summary>
    ThisWeek = 2,

    /// <summary>After that, or no matter when.</summary>
    Later = 3,

    /// <summary>Nobody has said when.</summary>
    NoDate = 4,
}
