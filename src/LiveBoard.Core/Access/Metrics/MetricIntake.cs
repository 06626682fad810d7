using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access.Metrics;

/// <summary>
/// Takes what programs push: all of it in one transaction, or nothing. The same series and time again replaces the value,
/// so whoever is not sure sends again. Thread-safe; lives as long as the application.
/// </summary>
/// <remarks>
/// Within a process one push of a workspace after the other. Between processes the version of each series decides who was
/// first; it is raised before the points are written, so that whoever comes second waits there, sees that it moved, and
/// begins anew. That, and no serializable transaction: pushes to different series would get into each other's way.
/// </remarks>
public sealed class MetricIntake(IDbContextFactory<LiveBoardDbContext> contexts, WriteQueue writes, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>As many times are asked for in one statement.</summary>
    private const int BatchSize = 500;

    private static readonly TimeSpan UseIsKept = TimeSpan.FromMinutes(1);

    /// <summary>The token with this secret; null when there is none that could be used.</summary>
    public async Task<ApiPass?> FindAsync(string? secret, CancellationToken cancellationToken = default)
    {
        var hash = LinkSecret.Hash(secret);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await PassAsync(db, Open(db).Where(t => t.TokenHash == hash), cancellationToken);
    }

    /// <summary>Takes points for one series or many.</summary>
    /// <param name="pass">What <see cref="FindAsync"/> found.</param>
    /// <param name="pushes">The points, each series once.</param>
    /// <param name="cancellationToken">Ends the try, until it begins to write.</param>
    public async Task<MetricReceipt> TakeAsync(
        ApiPass pass,
        IReadOnlyList<MetricPush> pushes,
        CancellationToken cancellationToken = default
    )
    {
        var batch = new MetricBatch(pushes, time.GetUtcNow().UtcDateTime);
        if (batch.Refusal is { } refusal)
        {
            return new MetricReceipt(0, 0, refusal);
        }

        using var turn = await writes.EnterAsync(pass.WorkspaceId, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(pass, batch, cancellationToken);
            }
            catch (Exception conflict) when (LostRace.Is(conflict))
            {
                if (attempt == Attempts)
                {
                    return MetricReceipt.Refused(MetricRefusalCode.Busy);
                }
            }
        }
    }

    private async Task<MetricReceipt> TryAsync(ApiPass pass, MetricBatch batch, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        switch (await PassAsync(db, Open(db).Where(t => t.Id == pass.TokenId), cancellationToken))
        {
            case null:
                return MetricReceipt.Refused(MetricRefusalCode.TokenInvalid);
            case { IsResting: true }:
                return MetricReceipt.Refused(MetricRefusalCode.TokenResting);
            default:
                break;
        }

        var keys = batch.Pushes.Select(p => p.Key).ToList();
        var series = await db
            .MetricSeries.Where(s => s.WorkspaceId == pass.WorkspaceId && keys.Contains(s.Key))
            .ToDictionaryAsync(s => s.Key, StringComparer.Ordinal, cancellationToken);
        if (batch.Pushes.FirstOrDefault(p => !series.ContainsKey(p.Key)) is { } unknown)
        {
            return MetricReceipt.Refused(MetricRefusalCode.SeriesNotFound, unknown.KeyPlace);
        }

        var added = new List<MetricPoint>();
        var changed = new List<(MetricPoint Point, double Value)>();
        foreach (var push in batch.Pushes)
        {
            await CompareAsync(db, series[push.Key].Id, batch.PointsOf(push), added, changed, cancellationToken);
        }

        await NoteUseAsync(db, pass, cancellationToken);
        var moved = added.Select(p => p.SeriesId).Concat(changed.Select(c => c.Point.SeriesId)).ToHashSet();
        foreach (var one in series.Values.Where(s => moved.Contains(s.Id)))
        {
            one.Version++;
        }

        // First the versions, which lock the series or tell that they moved; only then what depends on them.
        await db.SaveChangesAsync(CancellationToken.None);
        db.MetricPoints.AddRange(added);
        foreach (var (point, value) in changed)
        {
            (point.Value, point.EnteredById) = (value, null);
        }

        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        var stored = added.Count + changed.Count;
        return new MetricReceipt(stored, batch.Count - stored);
    }

    /// <summary>What is new of these points, and what has another value now.</summary>
    private static async Task CompareAsync(
        LiveBoardDbContext db,
        Guid seriesId,
        IReadOnlyDictionary<DateTime, double> points,
        List<MetricPoint> added,
        List<(MetricPoint Point, double Value)> changed,
        CancellationToken cancellationToken
    )
    {
        foreach (var times in points.Keys.Chunk(BatchSize))
        {
            var known = await db
                .MetricPoints.Where(p => p.SeriesId == seriesId && times.Contains(p.At))
                .ToDictionaryAsync(p => p.At, cancellationToken);
            foreach (var at in times)
            {
                var value = points[at];
                if (!known.TryGetValue(at, out var point))
                {
                    added.Add(
                        new MetricPoint
                        {
                            SeriesId = seriesId,
                            At = at,
                            Value = value,
                        }
                    );
                }
                else if (!point.Value.Equals(value))
                {
                    changed.Add((point, value));
                }
            }
        }
    }

    private async Task NoteUseAsync(LiveBoardDbContext db, ApiPass pass, CancellationToken cancellationToken)
    {
        var token = await db.ApiTokens.SingleAsync(t => t.Id == pass.TokenId, cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        if (token.LastUsedAt is not { } last || now - last >= UseIsKept)
        {
            token.LastUsedAt = now;
        }
    }

    private IQueryable<ApiToken> Open(LiveBoardDbContext db)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return db.ApiTokens.Where(t => t.RevokedAt == null && (t.ExpiresAt == null || t.ExpiresAt > now));
    }

    private static Task<ApiPass?> PassAsync(
        LiveBoardDbContext db,
        IQueryable<ApiToken> tokens,
        CancellationToken cancellationToken
    )
    {
        var backed = ApiTokenBacking.Backed(db).Select(t => t.Id);
        return tokens
            .Select(t => new ApiPass(t.Id, t.WorkspaceId, !backed.Contains(t.Id)))
            .SingleOrDefaultAsync(cancellationToken);
    }
}
