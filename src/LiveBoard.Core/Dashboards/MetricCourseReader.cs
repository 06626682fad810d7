using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Dashboards;

/// <summary>Reads series of numbers for dashboards: whoever puts a series on a dashboard shows it to all who may look at that. Thread-safe.</summary>
public sealed class MetricCourseReader(IDbContextFactory<LiveBoardDbContext> contexts)
{
    /// <summary>More points than these are no picture; the newest are read.</summary>
    private const int MaxPoints = 2000;

    /// <summary>A series of a workspace since a moment; null when there is no such series in it.</summary>
    /// <param name="workspaceId">The workspace.</param>
    /// <param name="seriesId">The series.</param>
    /// <param name="since">UTC.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<MetricData?> ReadAsync(
        Guid workspaceId,
        Guid seriesId,
        DateTime since,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var series = await db
            .MetricSeries.AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == seriesId && s.WorkspaceId == workspaceId, cancellationToken);
        if (series is null)
        {
            return null;
        }

        var points = await db
            .MetricPoints.Where(p => p.SeriesId == seriesId && p.At >= since)
            .OrderByDescending(p => p.At)
            .Take(MaxPoints)
            .Select(p => new MetricValue(p.At, p.Value))
            .ToListAsync(cancellationToken);
        points.Reverse();
        return new MetricData(series.Name, series.Unit, series.Target, series.Direction, [.. points]);
    }
}
