using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Live.Texts;

/// <summary>
/// Forgets the single steps in which descriptions came about, once they are in their cards and long past: they exist for
/// editors that come back with an older text. Whoever comes back later still is told that it is too late, and keeps what
/// they typed. The history of descriptions is in the log and stays. Thread-safe.
/// </summary>
public sealed class CardTextRetention(
    IDbContextFactory<LiveBoardDbContext> contexts,
    WriteQueue writes,
    TimeProvider time
)
{
    /// <summary>So long they are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Takes away what is older.</summary>
    /// <returns>How many went.</returns>
    public Task<int> SweepAsync(CancellationToken cancellationToken = default)
    {
        var oldest = time.GetUtcNow().UtcDateTime - Kept;
        return BatchRemoval.RemoveAsync(
            contexts,
            writes,
            db =>
                db.CardTextUpdates.Where(u =>
                        u.At < oldest && db.Cards.Any(c => c.Id == u.CardId && c.DescriptionVersion >= u.Version)
                    )
                    .OrderBy(u => u.At)
                    .ThenBy(u => u.CardId)
                    .ThenBy(u => u.Version),
            cancellationToken
        );
    }
}
