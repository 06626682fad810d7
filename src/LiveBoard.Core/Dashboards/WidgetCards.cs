using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Dashboards.Flow;

namespace LiveBoard.Core.Dashboards;

/// <summary>Which cards of a board a widget is about. Pure.</summary>
internal static class WidgetCards
{
    /// <summary>How far "this week" reaches.</summary>
    private const int WeekDays = 7;

    /// <summary>The cards in the order of the board.</summary>
    public static IEnumerable<(ColumnSnapshot Column, CardSnapshot Card)> On(
        BoardSnapshot board,
        WidgetSettings settings,
        DateTime now
    ) =>
        board.Columns.SelectMany(column =>
            column.Cards.Where(card => Fits(card, settings, now)).Select(c => (column, c))
        );

    /// <summary>True when a card is past its date and not done.</summary>
    public static bool IsOverdue(ColumnSnapshot column, CardSnapshot card, DateTime now) =>
        column.Stage != ColumnStage.Done && IsLate(card, now);

    /// <summary>True when a card that is not done is due in the seven days to come.</summary>
    public static bool IsDueSoon(ColumnSnapshot column, CardSnapshot card, DateTime now) =>
        column.Stage != ColumnStage.Done && IsSoon(card, now);

    /// <summary>True when a card that is not done waits for another.</summary>
    public static bool IsBlocked(ColumnSnapshot column, CardSnapshot card) =>
        column.Stage != ColumnStage.Done && !card.OpenBlockers.IsEmpty;

    /// <summary>A card to be read.</summary>
    public static CardLine Line(BoardSnapshot board, ColumnSnapshot column, CardSnapshot card, FlowLedger ledger) =>
        new(
            board.Id,
            card,
            column.Name,
            [.. card.AssigneeIds.Select(id => board.People.GetValueOrDefault(id)).OfType<PersonSnapshot>()],
            column.Stage == ColumnStage.InProgress ? ledger.Find(card.Id)?.StartedAt : null
        );

    private static bool IsLate(CardSnapshot card, DateTime now) =>
        card is { IsDueDone: false, DueAt: { } due } && due <= now;

    private static bool IsSoon(CardSnapshot card, DateTime now) =>
        card is { IsDueDone: false, DueAt: { } due } && due > now && due <= now.AddDays(WeekDays);

    /// <summary>True when the widget is about the card.</summary>
    public static bool Fits(CardSnapshot card, WidgetSettings settings, DateTime now) =>
        (settings.LabelIds.IsEmpty || card.LabelIds.Any(settings.LabelIds.Contains))
        && (settings.PersonIds.IsEmpty || card.AssigneeIds.Any(settings.PersonIds.Contains))
        && (settings.SearchText is not { } text || HasWords(card.Title, text))
        && settings.DueFilter switch
        {
            WidgetDue.Overdue => IsLate(card, now),
            WidgetDue.ThisWeek => IsSoon(card, now),
            WidgetDue.None => card.DueAt is null,
            _ => true,
        };

    private static bool HasWords(string title, string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => title.Contains(word, StringComparison.CurrentCultureIgnoreCase));
}
