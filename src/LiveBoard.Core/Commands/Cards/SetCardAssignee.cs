using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>Gives a card to a person or takes it from them. Being given a card never gives access to its board.</summary>
public sealed record SetCardAssignee : CardCommand
{
    /// <summary>The person; must be able to open the board, or be known on it already.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>True to give, false to take.</summary>
    public required bool IsOn { get; init; }

    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    )
    {
        if (IsOn == card.Assignees.Any(a => a.PersonId == PersonId))
        {
            return null;
        }

        var person = await AssignablePeople
            .Of(context.Db, context.Board)
            .SingleOrDefaultAsync(p => p.Id == PersonId, cancellationToken);
        if (IsOn && person is null)
        {
            return new Rejection(RejectionCode.PersonNotFound);
        }

        Put(context, card, PersonId, person?.Name, IsOn);
        if (IsOn)
        {
            await context.Notifications.TellAsync(
                new NotificationNews(NotificationKind.Assigned, BoardId, card.Id, $"assigned:{CommandId:N}")
                {
                    ActorId = context.Actor.PersonId,
                },
                [PersonId],
                cancellationToken
            );
        }
        else
        {
            await context.Notifications.TakeBackAsync(NotificationKind.Assigned, card.Id, PersonId, cancellationToken);
        }

        context.Undo = this with { CommandId = Guid.CreateVersion7(), IsOn = !IsOn };
        return null;
    }

    /// <summary>Gives one card that the person does not have, or takes one that they have; tells nobody.</summary>
    internal static void Put(BoardCommandContext context, Card card, Guid personId, string? name, bool isOn)
    {
        if (isOn)
        {
            card.Assignees.Add(new CardAssignee { CardId = card.Id, PersonId = personId });
        }
        else
        {
            var link = card.Assignees.Single(a => a.PersonId == personId);
            card.Assignees.Remove(link);
            context.Db.CardAssignees.Remove(link);
        }

        context.Log(isOn ? ActivityKind.CardAssigned : ActivityKind.CardUnassigned, card.Id, after: name);
    }
}
