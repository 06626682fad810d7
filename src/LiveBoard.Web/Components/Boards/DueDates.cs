using System.Globalization;
using LiveBoard.Core.Access.Work;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Boards;

/// <summary>How a due date stands, and how it is written. Days are those of the instance's time zone.</summary>
internal sealed class DueDates(TimeZoneInfo zone)
{
    /// <summary>A due date this near is worth a colour.</summary>
    private static readonly TimeSpan SoonWithin = TimeSpan.FromDays(2);

    public static DueState StateOf(CardSnapshot card, DateTime now) => StateOf(card.DueAt, card.IsDueDone, now);

    public static DueState StateOf(DateTime? dueAt, bool isDone, DateTime now) =>
        dueAt is not { } due ? DueState.None
        : isDone ? DueState.Done
        : due <= now ? DueState.Overdue
        : due - now <= SoonWithin ? DueState.Soon
        : DueState.Later;

    /// <summary>When a card presses on whoever's work it is.</summary>
    public WorkTime TimeOf(WorkCard card, DateTime now) => WorkPlan.TimeOf(card, now, zone);

    public DateTime ToLocal(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone);

    /// <summary>UTC of a moment on the instance's wall clock; a moment that a clock change skips is taken an hour later.</summary>
    public DateTime ToUtc(DateTime local) => WallClock.ToUtc(zone, local);

    /// <summary>A moment in full: "27 Nov 2026, 14:02".</summary>
    public string Moment(DateTime at) => ToLocal(at).ToString("d MMM yyyy, HH:mm", CultureInfo.CurrentCulture);

    /// <summary>The day it is, on which the words depend.</summary>
    public DateOnly DayOf(DateTime now) => DateOnly.FromDateTime(ToLocal(now));

    /// <summary>"Today", "27 Nov", "3 Jan 2027": as short as it is clear.</summary>
    public string Words(DateTime due, DateOnly today)
    {
        var day = DayOf(due);
        if (day == today)
        {
            return BoardTexts.Today;
        }

        var format = day.Year == today.Year ? "d MMM" : "d MMM yyyy";
        return day.ToString(format, CultureInfo.CurrentCulture);
    }
}

/// <summary>How a due date stands.</summary>
internal enum DueState
{
    None,
    Later,
    Soon,
    Overdue,
    Done,
}
