using LiveBoard.Core.Access.Notifications;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Cards;

/// <summary>How long before a card is due people are reminded, in words.</summary>
internal static class ReminderWords
{
    private const int Hour = 60;
    private const int Day = 24 * Hour;
    private const int Week = 7 * Day;

    /// <summary>When nobody chose, in minutes.</summary>
    public static readonly int Usual = (int)DueReminders.Usual.TotalMinutes;

    /// <summary>In minutes.</summary>
    public static readonly IReadOnlyList<int> Choices = [0, 30, Hour, 2 * Hour, 4 * Hour, Day, 2 * Day, 3 * Day, Week];

    public static string Of(int minutes) =>
        minutes switch
        {
            0 => FieldTexts.ReminderNone,
            Hour => FieldTexts.ReminderHour,
            Day => FieldTexts.ReminderDay,
            Week => FieldTexts.ReminderWeek,
            _ when minutes % Day == 0 => FieldTexts.ReminderDays.With(minutes / Day),
            _ when minutes % Hour == 0 => FieldTexts.ReminderHours.With(minutes / Hour),
            _ => FieldTexts.ReminderMinutes.With(minutes),
        };
}
