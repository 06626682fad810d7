using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Events;

namespace LiveBoard.Core.Live;

/// <summary>Tells from a change set who touched which card. Pure.</summary>
internal static class CardTouches
{
    /// <summary>A commit on more cards than this is an import or a bulk edit; a hundred highlights tell nobody anything.</summary>
    internal const int MaxPerChangeSet = 50;

    public static ImmutableDictionary<Guid, CardTouch> Next(
        ImmutableDictionary<Guid, CardTouch> touches,
        BoardSnapshot before,
        BoardChangeSet changes,
        Func<Guid, PersonSnapshot?> findPerson
    )
    {
        var oldest = changes.At - CardTouch.Lifetime;
        var next = touches.RemoveRange(touches.Where(t => t.Value.At < oldest).Select(t => t.Key));
        var cards = changes.Events.OfType<CardUpserted>().Select(e => e.Card).Take(MaxPerChangeSet + 1).ToList();
        if (cards.Count > MaxPerChangeSet)
        {
            return next;
        }

        var actor = changes.ActorId is { } id ? findPerson(id) : null;
        foreach (var card in cards)
        {
            var meant = changes.Activity.LastOrDefault(a =>
                a.CardId == card.Id && a.Kind != ActivityKind.CardReordered
            );
            var from = meant?.FromColumnId is { } columnId ? before.FindColumn(columnId)?.Name : null;
            next = next.SetItem(
                card.Id,
                new CardTouch(actor, changes.ActorId, meant?.Kind, from, changes.Version, changes.At)
            );
        }

        return next;
    }
}
