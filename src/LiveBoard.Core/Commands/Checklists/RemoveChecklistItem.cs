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
        if (place.Item.DeletedAt is not null != IsRemoved)
        {
            place.Item.DeletedAt = IsRemoved ? context.Now : null;
            context.Log(
                IsRemoved ? ActivityKind.ItemRemoved : ActivityKind.ItemRestored,
                CardId,
                after: place.Item.Text
            );
            context.Undo = this with { CommandId = Guid.CreateVersion7(), IsRemoved = !IsRemoved };
        }

        return null;
    }
}
