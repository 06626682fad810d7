using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Checklists;

/// <summary>Sets or clears when an item is due.</summary>
public sealed record SetChecklistItemDue : ChecklistItemCommand
{
    /// <summary>When, UTC; null for no date.</summary>
    public required DateTime? DueAt { get; init; }

    private protected override Rejection? Change(BoardCommandContext context, ItemPlace place)
    {
        if (DateRules.Check(DueAt, "due date") is { } invalid)
        {
            return invalid;
        }

        if (place.Item.DueAt != DueAt)
        {
            context.Log(ActivityKind.ItemDueSet, CardId, before: place.Item.Text, after: DateRules.Words(DueAt));
            context.Undo = this with { CommandId = Guid.CreateVersion7(), DueAt = place.Item.DueAt };
            place.Item.DueAt = DueAt;
        }

        return null;
    }
}
