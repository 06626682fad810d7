using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;

namespace LiveBoard.Core.Commands.Checklists;

/// <summary>
/// Takes back that an item was made a card: the item is in its checklist again, and the card goes into the trash with
/// whatever was done to it since, from where it can be fetched.
/// </summary>
public sealed record TurnCardBackIntoItem : ChecklistItemCommand
{
    /// <summary>The card that was made of the item.</summary>
    public required Guid MadeCardId { get; init; }

    private protected override bool IsForRemoved => true;

    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        ItemPlace place,
        CancellationToken cancellationToken
    )
    {
        if (await context.FindCardAsync(MadeCardId, cancellationToken) is not { } made)
        {
            return new Rejection(RejectionCode.CardNotFound);
        }

        _ = RemoveChecklistItem.TrySet(context, place.Item, CardId, isRemoved: false);
        if (made.DeletedAt is null)
        {
            ShelveCards.Shelve(context, made, CardShelf.Trash);
        }

        return null;
    }
}
