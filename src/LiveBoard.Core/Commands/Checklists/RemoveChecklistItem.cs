using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Checklists;

/// <summary>Takes an item away, or brings it back.</summary>
public sealed record RemoveChecklistItem : ChecklistItemCommand
{
    /// <summary>False to bring it back.</summary>
    public bool IsRemoved { get; init; } = true;

    private protected override bool IsForRemoved => true;

    private protected override Rejection? Change(BoardCommandContext context, ItemPlace place)
    {
        if (TrySet(context, place.Item, CardId, IsRemoved))
        {
            context.Undo = this with { CommandId = Guid.CreateVersion7(), IsRemoved = !IsRemoved };
        }

        return null;
    }

    /// <summary>Takes it away or brings it back.</summary>
    /// <returns>False when it is so already.</returns>
    internal static bool TrySet(BoardCommandContext context, ChecklistItem item, Guid cardId, bool isRemoved)
    {
        if (item.DeletedAt is not null == isRemoved)
        {
            return false;
        }

        item.DeletedAt = isRemoved ? context.Now : null;
        context.Log(isRemoved ? ActivityKind.ItemRemoved : ActivityKind.ItemRestored, cardId, after: item.Text);
        return true;
    }
}
