using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access.Metrics;

/// <summary>
/// The numbers of a workspace, for people: its owners say which series there are, its members enter points and read them.
/// Thread-safe; lives as long as the application.
/// </summary>
public sealed partial class MetricService(
    IDbContextFactory<LiveBoardDbContext> contexts,
    AccessService access,
    WriteQueue writes,
    RefusalLog refusals,
    TimeProvider time
)
{
    private readonly DirectoryWriter _writer = new(contexts, writes, refusals, time);
    private readonly MetricReader _reader = new(contexts, access);

    /// <summary>The series with their latest values; null for anybody outside the workspace.</summary>
    public Task<MetricBook?> ListAsync(Actor actor, Guid workspaceId, CancellationToken cancellationToken = default) =>
        _reader.ListAsync(actor, workspaceId, cancellationToken);

    /// <summary>The latest points of a series; null when there is none, or it is another workspace's.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="seriesId">The series.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<MetricPointPage?> ReadPointsAsync(
        Actor actor,
        Guid seriesId,
        int count,
        CancellationToken cancellationToken = default
    ) => _reader.ReadPointsAsync(actor, seriesId, count, cancellationToken);

    /// <summary>Makes a series; for owners of the workspace.</summary>
    /// <returns>The series' id.</returns>
    public async Task<DirectoryResult<Guid>> CreateSeriesAsync(
        Actor actor,
        Guid workspaceId,
        MetricWish wish,
        CancellationToken cancellationToken = default
    )
    {
        var id = Guid.CreateVersion7();
        var result = await _writer.WriteAsync(
            actor,
            new AuditNote("CreateMetric", workspaceId) { Value = wish.Key },
            async db =>
            {
                if (await access.RefuseUnlessOwnerAsync(db, actor, workspaceId, cancellationToken) is { } refusal)
                {
                    return refusal;
                }

                if (
                    await db.MetricSeries.CountAsync(s => s.WorkspaceId == workspaceId, cancellationToken)
                    >= MetricRules.MaxSeries
                )
                {
                    return DirectoryRefusal.TooManyMetrics;
                }

                var series = new MetricSeries
                {
                    Id = id,
                    WorkspaceId = workspaceId,
                    Key = "",
                    Name = "",
                    Unit = "",
                    Direction = MetricDirection.Neither,
                };
                db.MetricSeries.Add(series);
                return await FillAsync(db, series, wish, cancellationToken);
            },
            cancellationToken
        );
        return new DirectoryResult<Guid>(result.IsDone ? id : default, result.Refusal);
    }

    /// <summary>Says anew what a series is; for owners of its workspace. Its points stay.</summary>
    public Task<DirectoryResult> ChangeSeriesAsync(
        Actor actor,
        Guid seriesId,
        MetricWish wish,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            actor,
            seriesId,
            WorkspaceRole.Owner,
            new AuditNote("ChangeMetric", seriesId) { Value = wish.Key },
            (db, series) => FillAsync(db, series, wish, cancellationToken),
            cancellationToken
        );

    /// <summary>Takes a series away with all its points; for owners of its workspace.</summary>
    public Task<DirectoryResult> RemoveSeriesAsync(
        Actor actor,
        Guid seriesId,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            actor,
            seriesId,
            WorkspaceRole.Owner,
            new AuditNote("RemoveMetric", seriesId) { IsWrittenByTheChange = true },
            (db, series) =>
            {
                db.MetricSeries.Remove(series);
                // Its name is known here only, and nobody could look it up afterwards.
                AuditLog.Add(
                    db,
                    time.GetUtcNow(),
                    AuditKind.DirectoryChanged,
                    actor.PersonId,
                    series.WorkspaceId,
                    $"RemoveMetric: {series.Key}"
                );
                return Task.FromResult<DirectoryRefusal?>(null);
            },
            cancellationToken
        );

    private static async Task<DirectoryRefusal?> FillAsync(
        LiveBoardDbContext db,
        MetricSeries series,
        MetricWish wish,
        CancellationToken cancellationToken
    )
    {
        if (DirectoryRules.Line(wish.Name, MetricSeries.MaxNameLength) is not { } name)
        {
            return DirectoryRefusal.NameInvalid;
        }

        if (!MetricRules.IsKey(wish.Key))
        {
            return DirectoryRefusal.MetricKeyInvalid;
        }

        var unit = string.IsNullOrWhiteSpace(wish.Unit)
            ? ""
            : DirectoryRules.Line(wish.Unit, MetricSeries.MaxUnitLength);
        if (unit is null)
        {
            return DirectoryRefusal.MetricUnitInvalid;
        }

        if (wish.Target is { } target && !double.IsFinite(target))
        {
            return DirectoryRefusal.MetricValueInvalid;
        }

        if (!Enum.IsDefined(wish.Direction))
        {
            return DirectoryRefusal.ValueInvalid;
        }

        if (
            await db.MetricSeries.AnyAsync(
                s => s.WorkspaceId == series.WorkspaceId && s.Key == wish.Key && s.Id != series.Id,
                cancellationToken
            )
        )
        {
            return DirectoryRefusal.MetricKeyTaken;
        }

        (series.Name, series.Key, series.Unit) = (name, wish.Key!, unit);
        (series.Target, series.Direction) = (wish.Target, wish.Direction);
        return null;
    }

    private Task<DirectoryResult> ChangeAsync(
        Actor actor,
        Guid seriesId,
        WorkspaceRole least,
        AuditNote what,
        Func<LiveBoardDbContext, MetricSeries, Task<DirectoryRefusal?>> change,
        CancellationToken cancellationToken
    ) =>
        _writer.WriteAsync(
            actor,
            what,
            async db =>
            {
                var series = await db.MetricSeries.SingleOrDefaultAsync(s => s.Id == seriesId, cancellationToken);
                if (series is null)
                {
                    return DirectoryRefusal.NotFound;
                }

                var refusal =
                    least == WorkspaceRole.Owner
                        ? await access.RefuseUnlessOwnerAsync(db, actor, series.WorkspaceId, cancellationToken)
                        : await access.RefuseUnlessMemberAsync(db, actor, series.WorkspaceId, cancellationToken);
                if (refusal is not null || (refusal = await change(db, series)) is not null)
                {
                    return refusal;
                }

                series.Version++;
                return null;
            },
            cancellationToken
        );
}
