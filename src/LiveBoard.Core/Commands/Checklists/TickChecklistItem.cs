using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Checklists;

/// <summary>Ticks an item, or takes the tick away.</summary>
public sealed record TickChecklistItem : ChecklistItemCommand
{
    /// <summary>True when it is done.</summary>
    public required bool IsDone { get; init; }

    private protected override Rejection? Change(BoardCommandContext context, ItemPlace place)
    {
        if (place.Item.IsDone != IsDone)
        {
            place.Item.IsDone = IsDone;
            context.Log(IsDone ? ActivityKind.ItemDone : ActivityKind.ItemUndone, CardId, after: place.Item.Text);
            context.Undo = this with { CommandId = Guid.CreateVersion7(), IsDone = !IsDone };
        }

        return null;
    }
}
