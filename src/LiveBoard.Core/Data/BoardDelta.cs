using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Events;

namespace LiveBoard.Core.Data;

/// <summary>The rows of one board that one save touches.</summary>
internal sealed class BoardDelta
{
    public bool IsBoardChanged { get; set; }

    public HashSet<Column> Columns { get; } = [];

    public HashSet<Card> Cards { get; } = [];

    public HashSet<Guid> CardsGone { get; } = [];

    /// <summary>Cards whose people viewers may not know yet.</summary>
    public HashSet<Guid> Newcomers { get; } = [];

    /// <summary>People who had or have to do with what changed on a card, besides those that the card itself names.</summary>
    public HashSet<Guid> Concerned { get; } = [];

    public HashSet<(Label Label, bool IsDeleted)> Labels { get; } = [];

    public HashSet<CustomField> Fields { get; } = [];

    public HashSet<Widget> Widgets { get; } = [];

    public List<ActivityEntry> Activity { get; } = [];

    public void Stamp(long version)
    {
        foreach (var card in Cards)
        {
            card.Version = version;
        }

        foreach (var widget in Widgets)
        {
            widget.Version = version;
        }

        foreach (var entry in Activity)
        {
            entry.Version = version;
        }
    }

    /// <summary>The same for those who follow cards of many boards.</summary>
    public IEnumerable<DirectoryEvent> Touched(Guid boardId)
    {
        if (Columns.Count + Labels.Count > 0)
        {
            yield return new BoardShapeChanged(boardId);
        }

        if (Cards.Count + CardsGone.Count > 0)
        {
            yield return new CardsTouched(
                boardId,
                [.. Cards.Select(c => c.Id), .. CardsGone],
                [
                    .. Concerned,
                    .. Cards.SelectMany(c => c.Assignees).Select(a => a.PersonId),
                    .. Cards.Select(c => c.CreatedById).OfType<Guid>(),
                ]
            );
        }
    }

    public IEnumerable<Guid> NewcomerPeople() =>
        Cards
            .Where(c => c.IsOnBoard && Newcomers.Contains(c.Id))
            .SelectMany(c =>
                c.Assignees.Select(a => a.PersonId).Concat(c.FieldValues.Select(v => v.PersonId).OfType<Guid>())
            );

    /// <summary>Facts in the order they must be applied in: what others refer to comes first, what disappears last.</summary>
    public ImmutableArray<BoardEvent> Events(Board board, Func<Guid, Person> findPerson)
    {
        var events = ImmutableArray.CreateBuilder<BoardEvent>();
        if (IsBoardChanged)
        {
            events.Add(new BoardUpserted(Snapshots.Of(board)));
        }

        events.AddRange(Labels.Where(l => !l.IsDeleted).Select(l => new LabelUpserted(Snapshots.Of(l.Label))));
        events.AddRange(Fields.Where(f => f.DeletedAt is null).Select(f => new FieldUpserted(Snapshots.Of(f))));
        events.AddRange(NewcomerPeople().Distinct().Select(id => new PersonUpserted(Snapshots.Of(findPerson(id)))));
        events.AddRange(Columns.Where(c => !c.IsArchived).Select(c => new ColumnUpserted(Snapshots.Of(c))));
        events.AddRange(Cards.Where(c => c.IsOnBoard).Select(c => new CardUpserted(Snapshots.Of(c))));
        events.AddRange(Cards.Where(c => !c.IsOnBoard).Select(c => new CardRemoved(c.Id)));
        events.AddRange(CardsGone.Select(id => new CardRemoved(id)));
        events.AddRange(Columns.Where(c => c.IsArchived).Select(c => new ColumnRemoved(c.Id)));
        events.AddRange(Labels.Where(l => l.IsDeleted).Select(l => new LabelRemoved(l.Label.Id)));
        events.AddRange(Fields.Where(f => f.DeletedAt is not null).Select(f => new FieldRemoved(f.Id)));
        events.AddRange(Widgets.Where(w => w.DeletedAt is null).Select(w => new WidgetUpserted(Snapshots.Of(w))));
        events.AddRange(Widgets.Where(w => w.DeletedAt is not null).Select(w => new WidgetRemoved(w.Id)));
        return events.DrainToImmutable();
    }
}
