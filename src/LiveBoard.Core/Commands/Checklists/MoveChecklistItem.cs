using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Checklists;

/// <summary>Puts an item elsewhere on its card: in its own checklist or another one.</summary>
public sealed record MoveChecklistItem : ChecklistItemCommand
{
    /// <summary>The checklist it goes into.</summary>
    public required Guid ToChecklistId { get; init; }

    /// <summary>The item it goes before; null, or one that is not there any more, for the end.</summary>
    public Guid? BeforeItemId { get; init; }

    private protected override Rejection? Change(BoardCommandContext context, ItemPlace place)
    {
        if (place.Lists.Find(ToChecklistId) is not { DeletedAt: null } to)
        {
            return new Rejection(RejectionCode.ChecklistNotFound);
        }

        // Taken away ones keep their keys and their places.
        var others = to
            .Items.Where(i => i.Id != ItemId)
            .OrderBy(i => i.Position, StringComparer.Ordinal)
            .Select(i => (i.Id, i.Position))
            .ToList();
        var at = others.FindIndex(i => i.Id == BeforeItemId);
        at = at < 0 ? others.Count : at;
        var (low, high) = (at == 0 ? null : others[at - 1].Position, at == others.Count ? null : others[at].Position);
        var item = place.Item;
        var isThere =
            item.ChecklistId == to.Id
            && (low is null || string.CompareOrdinal(low, item.Position) < 0)
            && (high is null || string.CompareOrdinal(item.Position, high) < 0);
        if (isThere)
        {
            return null;
        }

        context.Undo = this with
        {
            CommandId = Guid.CreateVersion7(),
            ToChecklistId = item.ChecklistId,
            BeforeItemId = place
                .List.Items.Where(i => string.CompareOrdinal(i.Position, item.Position) > 0)
                .MinBy(i => i.Position, StringComparer.Ordinal)
                ?.Id,
        };
        item.ChecklistId = to.Id;
        item.Position = CardPosition.Between(low, high);
        if (item.Position.Length > CardPosition.MaxLength)
        {
            Respread(to, item, others.Take(at).Select(i => i.Id).ToHashSet());
        }

        return null;
    }

    /// <summary>Keys grow when things are put between the same two again and again; then all get short ones.</summary>
    private static void Respread(Checklist to, ChecklistItem moved, HashSet<Guid> before)
    {
        var others = to.Items.Where(i => i != moved).OrderBy(i => i.Position, StringComparer.Ordinal).ToList();
        List<ChecklistItem> all =
        [
            .. others.Where(i => before.Contains(i.Id)),
            moved,
            .. others.Where(i => !before.Contains(i.Id)),
        ];
        foreach (var (item, key) in all.Zip(CardPosition.Spread(all.Count)))
        {
            item.Position = key;
        }
    }
}
