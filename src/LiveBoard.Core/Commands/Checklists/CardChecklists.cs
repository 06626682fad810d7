using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Checklists;

/// <summary>The checklists of one card, all of them, with what was taken away: counts and keys need every one.</summary>
internal sealed class CardChecklists(Card card, List<Checklist> all)
{
    public IReadOnlyList<Checklist> All => all;

    public int ItemCount => all.Sum(c => c.Items.Count);

    public static async Task<CardChecklists> LoadAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    ) =>
        new(
            card,
            await context
                .Db.Checklists.Include(c => c.Items)
                .Where(c => c.CardId == card.Id)
                .ToListAsync(cancellationToken)
        );

    public void Add(Checklist checklist) => all.Add(checklist);

    public Checklist? Find(Guid id) => all.Find(c => c.Id == id);

    /// <summary>The item and the checklist it is in; null when the card has no such item.</summary>
    public (Checklist List, ChecklistItem Item)? FindItem(Guid id)
    {
        foreach (var list in all)
        {
            if (list.Items.FirstOrDefault(i => i.Id == id) is { } item)
            {
                return (list, item);
            }
        }

        return null;
    }

    /// <summary>Keeps the card's own count true, which tiles show without reading the items.</summary>
    public void Count()
    {
        var items = all.Where(c => c.DeletedAt is null)
            .SelectMany(c => c.Items)
            .Where(i => i.DeletedAt is null)
            .ToList();
        (card.ChecklistDone, card.ChecklistTotal) = (items.Count(i => i.IsDone), items.Count);
    }

    /// <summary>The last key of a list; null for none.</summary>
    public static string? LastKey(IEnumerable<string> keys) => keys.Max(StringComparer.Ordinal);
}
