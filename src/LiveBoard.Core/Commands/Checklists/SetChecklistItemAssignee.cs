using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Checklists;

/// <summary>Says who does an item, or that nobody does yet. Being named never gives access to the board.</summary>
public sealed record SetChecklistItemAssignee : ChecklistItemCommand
{
    /// <summary>Who; must be able to open the board, or be known on it already. Null for nobody.</summary>
    public required Guid? PersonId { get; init; }

    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        ItemPlace place,
        CancellationToken cancellationToken
    )
    {
        if (place.Item.AssigneeId == PersonId)
        {
            return null;
        }

        var person = PersonId is null
            ? null
            : await AssignablePeople
                .Of(context.Db, context.Board)
                .SingleOrDefaultAsync(p => p.Id == PersonId, cancellationToken);
        if (PersonId is not null && person is null)
        {
            return new Rejection(RejectionCode.PersonNotFound);
        }

        context.Log(ActivityKind.ItemAssigned, CardId, before: place.Item.Text, after: person?.Name);
        context.Undo = this with { CommandId = Guid.CreateVersion7(), PersonId = place.Item.AssigneeId };
        place.Item.AssigneeId = PersonId;
        return null;
    }
}
