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

    /// <summary>Takes away what is older.</summary>
    /// <returns>How many went.</returns>
    public Task<int> SweepAsync(CancellationToken cancellationToken = default)
    {
        var oldest = time.GetUtcNow().UtcDateTime - Kept;
        return BatchRemoval.RemoveAsync(
            contexts,
            writes,
            db => db.Notifications.Where(n => n.At < oldest).OrderBy(n => n.At),
            cancellationToken
        );
    }
}
