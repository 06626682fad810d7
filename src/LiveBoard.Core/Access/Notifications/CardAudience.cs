using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access.Notifications;

/// <summary>
/// Who is told of what happens on a card: whoever said so, and unless they said no, whoever made it, has it, commented on
/// it or was named on it.
/// </summary>
internal static class CardAudience
{
    public static async Task<HashSet<Guid>> ReadAsync(
        LiveBoardDbContext db,
        Guid cardId,
        CancellationToken cancellationToken
    )
    {
        var people = await db
            .Cards.Where(c => c.Id == cardId && c.CreatedById != null)
            .Select(c => c.CreatedById!.Value)
            .Union(db.CardAssignees.Where(a => a.CardId == cardId).Select(a => a.PersonId))
            .Union(
                db.Comments.Where(c => c.CardId == cardId && c.DeletedAt == null && c.AuthorId != null)
                    .Select(c => c.AuthorId!.Value)
            )
            .Union(
                db.Notifications.Where(n => n.CardId == cardId && n.Kind == NotificationKind.Mentioned)
                    .Select(n => n.PersonId)
            )
            .ToListAsync(cancellationToken);
        return await HeedAsync(db, cardId, people, cancellationToken);
    }

    /// <summary>These people and whoever asked to be told; nobody who said no.</summary>
    public static async Task<HashSet<Guid>> HeedAsync(
        LiveBoardDbContext db,
        Guid cardId,
        IEnumerable<Guid> people,
        CancellationToken cancellationToken
    )
    {
        var audience = people.ToHashSet();
        foreach (var said in await db.CardWatches.Where(w => w.CardId == cardId).ToListAsync(cancellationToken))
        {
            _ = said.IsOn ? audience.Add(said.PersonId) : audience.Remove(said.PersonId);
        }

        return audience;
    }
}
