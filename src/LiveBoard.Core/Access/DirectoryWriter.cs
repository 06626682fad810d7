using System.Data;
using System.Data.Common;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// Does one change of the directory at a time: within this process by the write queue, between processes by a
/// serializable transaction that is tried again when another one came first. So a rule that was checked still holds
/// when the change commits.
/// </summary>
internal sealed class DirectoryWriter(IDbContextFactory<LiveBoardDbContext> contexts, WriteQueue writes)
{
    private const int Attempts = 5;

    public async Task<DirectoryResult> WriteAsync(
        Actor actor,
        string what,
        Func<LiveBoardDbContext, Task<DirectoryRefusal?>> change,
        CancellationToken cancellationToken
    )
    {
        using var turn = await writes.EnterAsync(Guid.Empty, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new DirectoryResult(await TryAsync(actor, what, change, cancellationToken));
            }
            catch (Exception conflict) when (LostRace.Is(conflict))
            {
                if (attempt == Attempts)
                {
                    return new DirectoryResult(DirectoryRefusal.Busy);
                }
            }
        }
    }

    private async Task<DirectoryRefusal?> TryAsync(
        Actor actor,
        string what,
        Func<LiveBoardDbContext, Task<DirectoryRefusal?>> change,
        CancellationToken cancellationToken
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(
            IsolationLevel.Serializable,
            cancellationToken
        );
        if (await change(db) is { } refusal)
        {
            return refusal;
        }

        if (db.ChangeTracker.HasChanges())
        {
            db.Scope = new ChangeScope(Guid.CreateVersion7(), CommandHash: null, actor.PersonId, what);
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }

        return null;
    }
}
