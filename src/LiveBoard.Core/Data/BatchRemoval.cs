using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Data;

/// <summary>Takes many rows away, some at a time, so that nobody waits long for a turn to write.</summary>
public static class BatchRemoval
{
    private const int BatchSize = 500;

    /// <summary>Until there are none left.</summary>
    /// <param name="contexts">Where contexts come from.</param>
    /// <param name="writes">Lets writers in.</param>
    /// <param name="old">The rows, in the order they go.</param>
    /// <param name="cancellationToken">Ends it after a batch.</param>
    /// <returns>How many went.</returns>
    public static async Task<int> RemoveAsync<T>(
        IDbContextFactory<LiveBoardDbContext> contexts,
        WriteQueue writes,
        Func<LiveBoardDbContext, IQueryable<T>> old,
        CancellationToken cancellationToken
    )
        where T : class
    {
        for (var gone = 0; ; )
        {
            using var turn = await writes.EnterAsync(Guid.Empty, cancellationToken);
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var batch = await old(db).Take(BatchSize).ToListAsync(cancellationToken);
            if (batch.Count == 0)
            {
                return gone;
            }

            db.RemoveRange(batch);
            await db.SaveChangesAsync(cancellationToken);
            gone += batch.Count;
        }
    }
}
