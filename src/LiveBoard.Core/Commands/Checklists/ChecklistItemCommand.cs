using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;

namespace LiveBoard.Core.Commands.Checklists;

/// <summary>A wish about one item of a checklist. One that was taken away is there for whoever brings it back, and for nobody else.</summary>
public abstract record ChecklistItemCommand : CardCommand
{
    /// <summary>The item.</summary>
    public required Guid ItemId { get; init; }

    private protected virtual bool IsForRemoved => false;

    private protected sealed override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    )
    {
        var lists = await CardChecklists.LoadAsync(context, card, cancellationToken);
        if (
            lists.FindItem(ItemId) is not { List.DeletedAt: null } found
            || (found.Item.DeletedAt is not null && !IsForRemoved)
        )
        {
            return new Rejection(RejectionCode.ItemNotFound);
        }

        var rejection = await ChangeAsync(
            context,
            new ItemPlace(card, lists, found.List, found.Item),
            cancellationToken
        );
        lists.Count();
        return rejection;
    }

    private protected virtual Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        ItemPlace place,
        CancellationToken cancellationToken
    ) => Task.FromResult(Change(context, place));

    private protected virtual Rejection? Change(BoardCommandContext context, ItemPlace place) =>
        throw new NotSupportedException($"{GetType().Name} says nothing about how it is done.");
}

/// <summary>An item and where it is.</summary>
internal sealed record ItemPlace(Card Card, CardChecklists Lists, Checklist List, ChecklistItem Item);
