using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access.Notifications;

/// <summary>Whether a person is told of what happens on a card. Thread-safe; lives as long as the application.</summary>
public sealed class WatchService(
    IDbContextFactory<LiveBoardDbContext> contexts,
    AccessService access,
    WriteQueue writes,
    RefusalLog refusals,
    TimeProvider time
)
{
    private readonly DirectoryWriter _writer = new(contexts, writes, refusals, time);

    /// <summary>Who is told: by their own word, or because they have to do with the card. Null when the actor may not see it.</summary>
    public async Task<IReadOnlySet<Guid>?> ReadAsync(
        Actor actor,
        Guid boardId,
        Guid cardId,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await access.MayReadCardAsync(db, actor, boardId, cardId, cancellationToken)
            ? await CardAudience.ReadAsync(db, cardId, cancellationToken)
            : null;
    }

    /// <summary>Says that the actor wants to be told, or not.</summary>
    public Task<DirectoryResult> SetAsync(
        Actor actor,
        Guid boardId,
        Guid cardId,
        bool isOn,
        CancellationToken cancellationToken = default
    ) =>
        _writer.WriteAsync(
            actor,
            new AuditNote("SetWatch", cardId) { IsKept = false },
            async db =>
            {
                if (!await access.MayReadCardAsync(db, actor, boardId, cardId, cancellationToken))
                {
                    return DirectoryRefusal.NotFound;
                }

                var watch = await db.CardWatches.SingleOrDefaultAsync(
                    w => w.CardId == cardId && w.PersonId == actor.PersonId,
                    cancellationToken
                );
                if (watch is not null)
                {
                    watch.IsOn = isOn;
                }
                else
                {
                    db.CardWatches.Add(
                        new CardWatch
                        {
                            CardId = cardId,
                            PersonId = actor.PersonId,
                            IsOn = isOn,
                        }
                    );
                }

                return null;
            },
            cancellationToken
        );
}
