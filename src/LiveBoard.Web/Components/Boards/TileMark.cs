using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Live;

namespace LiveBoard.Web.Components.Boards;

/// <summary>Who is at a card right now: shown on its tile, never stored.</summary>
public sealed record TileMark(ImmutableArray<PersonSnapshot> Readers, PersonSnapshot? Holder);

/// <summary>The marks of a board at one moment, without the viewer's own.</summary>
internal sealed class TileMarks
{
    public static readonly TileMarks None = new(PresenceSnapshot.Nobody, Guid.Empty);

    private readonly ILookup<int, PersonSnapshot> _readers;
    private readonly Dictionary<Guid, PersonSnapshot> _holders;

    public TileMarks(PresenceSnapshot here, Guid viewerId)
    {
        var others = here.People.Where(p => p.Person.Id != viewerId).ToList();
        _readers = others.Where(p => p.OpenCard is not null).ToLookup(p => p.OpenCard!.Value, p => p.Person);
        _holders = others
            .Where(p => p.HeldCard is not null)
            .GroupBy(p => p.HeldCard!.Value)
            .ToDictionary(g => g.Key, g => g.First().Person);
    }

    public TileMark? Of(CardSnapshot card)
    {
        var holder = _holders.GetValueOrDefault(card.Id);
        var isRead = _readers.Contains(card.Number);
        return holder is null && !isRead ? null : new TileMark([.. _readers[card.Number]], holder);
    }

    /// <summary>True when a tile of this column looks different under the other marks.</summary>
    public bool Differs(TileMarks other, ColumnSnapshot column)
    {
        if (_readers.Count + _holders.Count + other._readers.Count + other._holders.Count == 0)
        {
            return false;
        }

        foreach (var card in column.Cards)
        {
            if (
                _holders.GetValueOrDefault(card.Id) != other._holders.GetValueOrDefault(card.Id)
                || !_readers[card.Number].SequenceEqual(other._readers[card.Number])
            )
            {
                return true;
            }
        }

        return false;
    }
}
