using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Events;

namespace LiveBoard.Core.Live;

/// <summary>
/// The pure transition from one snapshot to the next. Whatever a change set does not speak of keeps its reference,
/// so a viewer can tell by reference what it has to paint. Folding all change sets of a board over an earlier
/// snapshot gives exactly what <see cref="Data.BoardReader"/> reads.
/// </summary>
public static class BoardReducer
{
    /// <summary>The board after a commit.</summary>
    /// <param name="board">The board at the version right before.</param>
    /// <param name="changes">What the commit changed.</param>
    /// <exception cref="ArgumentException">The change set is of another board or not the next version.</exception>
    public static BoardSnapshot Apply(BoardSnapshot board, BoardChangeSet changes)
    {
        if (changes.BoardId != board.Id || changes.Version != board.Version + 1)
        {
            throw new ArgumentException(
                $"Version {changes.Version} of board {changes.BoardId} does not follow version {board.Version} of {board.Id}.",
                nameof(changes)
            );
        }

        var draft = new BoardDraft(board);
        foreach (var change in changes.Events)
        {
            Apply(draft, change);
        }

        return Blockers.Reckon(draft.ToSnapshot(changes.Version));
    }

    /// <summary>The board with a person's new name and colour; the same reference when the person is not on it.</summary>
    public static BoardSnapshot Apply(BoardSnapshot board, PersonChanged change) =>
        board.People.TryGetValue(change.Person.Id, out var known) && known != change.Person
            ? board with
            {
                People = board.People.SetItem(change.Person.Id, change.Person),
            }
            : board;

    /// <summary>
    /// A freshly read board that keeps the references of everything that is still as it was, so that catching up after
    /// a gap paints only what really changed.
    /// </summary>
    public static BoardSnapshot Reconcile(BoardSnapshot known, BoardSnapshot fresh)
    {
        // A card's version is that of the last commit that touched it: same version, same card, but for what it waits
        // for. Built anew, because setting an entry to an equal value keeps the value that was there.
        var cards = fresh.Cards.ToImmutableDictionary(
            pair => pair.Key,
            pair => known.Cards.TryGetValue(pair.Key, out var old) && IsSame(old, pair.Value) ? old : pair.Value
        );

        return fresh with
        {
            Header = known.Header == fresh.Header ? known.Header : fresh.Header,
            Cards = cards,
            Columns = [.. fresh.Columns.Select(column => Reconcile(known.FindColumn(column.Id), column, cards))],
            Labels = Reconcile(known.Labels, fresh.Labels),
            Fields = Reconcile(known.Fields, fresh.Fields),
            Widgets = Reconcile(known.Widgets, fresh.Widgets),
            People = Reconcile(known.People, fresh.People),
        };
    }

    private static bool IsSame(CardSnapshot known, CardSnapshot fresh) =>
        known.Version == fresh.Version && known.OpenBlockers.SequenceEqual(fresh.OpenBlockers);

    private static ColumnSnapshot Reconcile(
        ColumnSnapshot? known,
        ColumnSnapshot fresh,
        ImmutableDictionary<Guid, CardSnapshot> cards
    )
    {
        var shared = fresh with { Cards = [.. fresh.Cards.Select(card => cards[card.Id])] };
        var isSame =
            known is not null
            && known.Cards.AsSpan().SequenceEqual(shared.Cards.AsSpan(), ReferenceEqualityComparer.Instance)
            && known == shared with { Cards = known.Cards };
        return isSame ? known! : shared;
    }

    private static ImmutableDictionary<Guid, T> Reconcile<T>(
        ImmutableDictionary<Guid, T> known,
        ImmutableDictionary<Guid, T> fresh
    )
        where T : class
    {
        var kept = fresh.ToImmutableDictionary(
            pair => pair.Key,
            pair => known.TryGetValue(pair.Key, out var old) && old.Equals(pair.Value) ? old : pair.Value
        );
        return
            known.Count == kept.Count
            && kept.All(pair => known.TryGetValue(pair.Key, out var old) && ReferenceEquals(old, pair.Value))
            ? known
            : kept;
    }

    private static void Apply(BoardDraft draft, BoardEvent change)
    {
        switch (change)
        {
            case BoardUpserted { Board: var header }:
                draft.Header = header;
                break;
            case ColumnUpserted { Column: var column }:
                draft.Put(column);
                break;
            case ColumnRemoved { ColumnId: var id }:
                draft.RemoveColumn(id);
                break;
            case CardUpserted { Card: var card }:
                draft.Put(card);
                break;
            case CardRemoved { CardId: var id }:
                draft.RemoveCard(id);
                break;
            case LabelUpserted { Label: var label }:
                draft.Labels[label.Id] = label;
                break;
            case LabelRemoved { LabelId: var id }:
                draft.Labels.Remove(id);
                break;
            case FieldUpserted { Field: var field }:
                draft.Fields[field.Id] = field;
                break;
            case FieldRemoved { FieldId: var id }:
                draft.Fields.Remove(id);
                break;
            case WidgetUpserted { Widget: var widget }:
                draft.Widgets[widget.Id] = widget;
                break;
            case WidgetRemoved { WidgetId: var id }:
                draft.Widgets.Remove(id);
                break;
            case PersonUpserted { Person: var person }:
                draft.People[person.Id] = person;
                break;
            default:
                throw new ArgumentException($"Unknown event {change.GetType().Name}.", nameof(change));
        }
    }
}
