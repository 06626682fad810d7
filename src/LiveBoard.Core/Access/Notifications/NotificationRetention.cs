using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access.Notifications;

/// <summary>Forgets what people were told long ago: nobody looks at it any more. Thread-safe.</summary>
public sealed class NotificationRetention(
    IDbContextFactory<LiveBoardDbContext> contexts,
    WriteQueue writes,
    TimeProvider time
)
{
    /// <summary>So long it is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private const int BatchSize = 500;

    /// <summary>Takes away what is older.</summary>
    /// <returns>How many went.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken = default)
    {
        var oldest = time.GetUtcNow().UtcDateTime - Kept;
        for (var gone = 0; ; )
        {
            using var turn = await writes.EnterAsync(Guid.Empty, cancellationToken);
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var old = await db
                .Notifications.Where(n => n.At < oldest)
                .OrderBy(n => n.At)
                .Take(BatchSize)
                .ToListAsync(cancellationToken);
            if (old.Count == 0)
            {
                return gone;
            }

            db.Notifications.RemoveRange(old);
            await db.SaveChangesAsync(cancellationToken);
            gone += old.Count;
        }
    }
}
