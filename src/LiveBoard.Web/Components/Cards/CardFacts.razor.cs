using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Data;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Cards;

public sealed partial class CardFacts
{
    private IReadOnlyList<PersonSnapshot> _assignable = [];
    private DateTime? _readDue;
    private DateTime? _wantedDue;
    private TextClash? _dueClash;

    [Inject]
    private AssignableReader Assignable { get; set; } = null!;

    [Inject]
    private DueDates Dates { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private DateTime Now => Time.GetUtcNow().UtcDateTime;

    private string? DueText =>
        Card.DueAt is { } due ? Dates.ToLocal(due).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) : null;

    private string? StartText =>
        Card.StartAt is { } start ? Dates.DayOf(start).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private string? DueClass =>
        DueDates.StateOf(Card, Now) switch
        {
            DueState.Overdue => "over",
            DueState.Soon => "soon",
            DueState.Done => "done",
            _ => null,
        };

    private string DueWords =>
        DueDates.StateOf(Card, Now) switch
        {
            DueState.Overdue => BoardTexts.Overdue,
            DueState.Soon => BoardTexts.DueSoon,
            DueState.Done => BoardTexts.DueDone,
            _ => Dates.Words(Card.DueAt!.Value, Dates.DayOf(Now)),
        };

    private async Task LoadPeopleAsync() => _assignable = await Assignable.ReadAsync(Client.BoardId, Client.Actor);

    private Task AssignAsync(Guid personId, ChangeEventArgs change) =>
        Client.SendAsync(
            new SetCardAssignee
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                PersonId = personId,
                IsOn = change.Value is true,
            }
        );

    private Task SetDueAsync(ChangeEventArgs change) =>
        DateTime.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var local)
            ? SetDueAsync(Dates.ToUtc(local), Card.IsDueDone, new DateReading(_readDue))
            : Task.CompletedTask;

    private Task SetStartAsync(ChangeEventArgs change)
    {
        var isDay = DateOnly.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var day);
        return Client.SendAsync(
            new SetCardStart
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                StartAt = isDay ? Dates.ToUtc(day.ToDateTime(TimeOnly.MinValue)) : null,
            }
        );
    }

    private Task SetCoverAsync(LabelColor? color) =>
        Client.SendAsync(
            new SetCardCover
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                Cover = color,
            }
        );

    private int Reminder => Card.ReminderMinutes ?? ReminderWords.Usual;

    /// <summary>The usual choices, and the card's own when it is none of them.</summary>
    private IEnumerable<int> Reminders => ReminderWords.Choices.Append(Reminder).Distinct().Order();

    private Task SetReminderAsync(ChangeEventArgs change) =>
        int.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var minutes)
            ? Client.SendAsync(
                new SetCardReminder
                {
                    BoardId = Client.BoardId,
                    CardId = Card.Id,
                    Minutes = minutes == ReminderWords.Usual ? null : minutes,
                }
            )
            : Task.CompletedTask;

    private Task SetDoneAsync(ChangeEventArgs change) => SetDueAsync(Card.DueAt, change.Value is true);

    private Task ClearDueAsync() => SetDueAsync(null, isDone: false);

    private async Task SetDueAsync(DateTime? due, bool isDone, DateReading? readAs = null)
    {
        var set = new SetCardDue
        {
            BoardId = Client.BoardId,
            CardId = Card.Id,
            DueAt = due,
            IsDone = isDone,
            ReadAs = readAs,
        };
        var result = await Client.SendAsync(set, isClashShown: true);
        _wantedDue = due;
        _dueClash =
            result.Rejection?.Code == RejectionCode.ChangedMeanwhile
                ? new TextClash(Words(due), Words(Card.DueAt))
                : null;
    }

    private string Words(DateTime? due) => due is { } at ? Dates.Moment(at) : "";
}
