using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Checklists;

/// <summary>Puts new items, one per text, at the end of a checklist in one commit.</summary>
public sealed record AddChecklistItems : ChecklistCommand
{
    /// <summary>One text per item, in order.</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    private protected override Rejection? Change(BoardCommandContext context, CardChecklists lists, Checklist checklist)
    {
        if (lists.ItemCount + Texts.Count > Checklist.MaxItemsPerCard)
        {
            return new Rejection(RejectionCode.TooMany, "items");
        }

        var last = CardChecklists.LastKey(checklist.Items.Select(i => i.Position));
        foreach (var given in Texts)
        {
            if (TextRules.Line(given, Checklist.MaxTextLength, "item", out var text) is { } invalid)
            {
                return invalid;
            }

            last = CardPosition.Between(last, null);
            var item = new ChecklistItem
            {
                Id = Guid.CreateVersion7(),
                ChecklistId = checklist.Id,
                Text = text,
                Position = last,
            };
            checklist.Items.Add(item);
            context.Db.ChecklistItems.Add(item);
            context.Log(ActivityKind.ItemAdded, CardId, before: checklist.Name, after: text);
        }

        return null;
    }
}
