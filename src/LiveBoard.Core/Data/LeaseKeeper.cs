using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Data;

/// <summary>
/// Lets one node at a time do a job. The database decides; a node that ends without a word loses its jobs when their time
/// runs out. Thread-safe; lives as long as the application, which is one node.
/// </summary>
public sealed class LeaseKeeper(IDbContextFactory<LiveBoardDbContext> contexts, WriteQueue writes, TimeProvider time)
{
    private readonly Guid _node = Guid.CreateVersion7();

    /// <summary>Takes the job, or goes on having it.</summary>
    /// <param name="name">The job.</param>
    /// <param name="length">For how long; longer than the job takes.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>True when it is this node's until then.</returns>
    public async Task<bool> TryTakeAsync(string name, TimeSpan length, CancellationToken cancellationToken = default)
    {
        using var turn = await writes.EnterAsync(Guid.Empty, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var lease = await db.Leases.SingleOrDefaultAsync(l => l.Name == name, cancellationToken);
        if (lease is null)
        {
            db.Leases.Add(
                new Lease
                {
                    Name = name,
                    HolderId = _node,
                    Until = now + length,
                }
            );
        }
        else if (lease.HolderId == _node || lease.Until <= now)
        {
            (lease.HolderId, lease.Until) = (_node, now + length);
        }
        else
        {
            return false;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException race) when (LostRace.Is(race))
        {
            return false;
        }
    }
}
