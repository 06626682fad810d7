using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Dashboards;

/// <summary>Counts cards in groups; those of several boards that have the same name are one. Pure.</summary>
internal static class WidgetGroups
{
    /// <summary>By column; limits add up where columns do.</summary>
    public static IEnumerable<CardGroup> ByColumn(BoardSnapshot board, WidgetSettings settings, DateTime now) =>
        board.Columns.Select(column => new CardGroup(
            column.Name,
            column.Cards.Count(card => WidgetCards.Fits(card, settings, now))
        )
        {
            Limit = column.WipLimit,
            Stage = column.Stage,
        });

    /// <summary>By whom they are assigned to; a card of two people counts for both.</summary>
    public static IEnumerable<CardGroup> ByPerson(BoardSnapshot board, WidgetSettings settings, DateTime now) =>
        Count(
            WidgetCards.On(board, settings, now).Where(c => c.Column.Stage != ColumnStage.Done),
            c => c.Card.AssigneeIds.Select(id => board.People.GetValueOrDefault(id)).OfType<PersonSnapshot>(),
            person => new CardGroup(person?.Name, 0) { Person = person?.Color }
        );

    /// <summary>By label; a card with two labels counts for both.</summary>
    public static IEnumerable<CardGroup> ByLabel(BoardSnapshot board, WidgetSettings settings, DateTime now) =>
        Count(
            WidgetCards.On(board, settings, now).Where(c => c.Column.Stage != ColumnStage.Done),
            c => c.Card.LabelIds.Select(id => board.Labels.GetValueOrDefault(id)).OfType<LabelSnapshot>(),
            label => new CardGroup(label?.Name, 0) { Label = label?.Color }
        );

    /// <summary>By the value of a custom field.</summary>
    public static IEnumerable<CardGroup> ByField(BoardSnapshot board, WidgetSettings settings, DateTime now) =>
        settings.FieldId is { } fieldId && board.Fields.ContainsKey(fieldId)
            ? Count(
                WidgetCards.On(board, settings, now).Where(c => c.Column.Stage != ColumnStage.Done),
                c =>
                    c.Card.FieldValues.Where(v => v.FieldId == fieldId)
                        .Select(v => v.PersonId is { } id ? board.People.GetValueOrDefault(id)?.Name : v.Value)
                        .OfType<string>(),
                value => new CardGroup(value, 0)
            )
            : [];

    /// <summary>The groups of several boards as one list: in the order of the work, the largest first otherwise, and what has nothing last.</summary>
    public static ImmutableArray<CardGroup> Merge(IEnumerable<CardGroup> groups, bool isInOrder)
    {
        var merged = groups
            .GroupBy(g => (g.Name, g.Label, g.Person, g.Stage))
            .Select(same =>
                same.First() with
                {
                    Count = same.Sum(g => g.Count),
                    Limit = same.All(g => g.Limit is not null) ? same.Sum(g => g.Limit) : null,
                }
            );
        return isInOrder
            ? [.. merged]
            :
            [
                .. merged
                    .Where(g => g.Count > 0)
                    .OrderBy(g => g.Name is null)
                    .ThenByDescending(g => g.Count)
                    .ThenBy(g => g.Name, StringComparer.CurrentCulture),
            ];
    }

    private static IEnumerable<CardGroup> Count<T>(
        IEnumerable<(ColumnSnapshot Column, CardSnapshot Card)> cards,
        Func<(ColumnSnapshot Column, CardSnapshot Card), IEnumerable<T>> groupsOf,
        Func<T?, CardGroup> make
    )
        where T : class =>
        cards
            .SelectMany(c => groupsOf(c).DefaultIfEmpty())
            .Select(make)
            .GroupBy(g => g)
            .Select(g => g.Key with { Count = g.Count() });
}
