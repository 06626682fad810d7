using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access.Metrics;

/// <summary>Reads series and points for those who are in the workspace.</summary>
internal sealed class MetricReader(IDbContextFactory<LiveBoardDbContext> contexts, AccessService access)
{
    public async Task<MetricBook?> ListAsync(Actor actor, Guid workspaceId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await access.GetWorkspaceRoleAsync(db, actor, workspaceId, cancellationToken) is not { } role)
        {
            return null;
        }

        var name = await db
            .Workspaces.Where(w => w.Id == workspaceId)
            .Select(w => w.Name)
            .SingleAsync(cancellationToken);
        // Each latest point by its own step into the key: a join would walk through every point there is.
        var series = await (
            from s in db.MetricSeries
            where s.WorkspaceId == workspaceId
            orderby s.Name, s.Key
            select new MetricListing(
                s.Id,
                s.Key,
                s.Name,
                s.Unit,
                s.Target,
                s.Direction,
                db.MetricPoints.Where(p => p.SeriesId == s.Id)
                    .OrderByDescending(p => p.At)
                    .Select(p => (DateTime?)p.At)
                    .FirstOrDefault(),
                db.MetricPoints.Where(p => p.SeriesId == s.Id)
                    .OrderByDescending(p => p.At)
                    .Select(p => (double?)p.Value)
                    .FirstOrDefault()
            )
        ).ToListAsync(cancellationToken);
        return new MetricBook(name, role, series);
    }

    public async Task<MetricPointPage?> ReadPointsAsync(
        Actor actor,
        Guid seriesId,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var workspaceId = await db
            .MetricSeries.Where(s => s.Id == seriesId)
            .Select(s => (Guid?)s.WorkspaceId)
            .SingleOrDefaultAsync(cancellationToken);
        if (
            workspaceId is not { } id
            || await access.RefuseUnlessMemberAsync(db, actor, id, cancellationToken) is not null
        )
        {
            return null;
        }

        var points = await (
            from point in db.MetricPoints
            where point.SeriesId == seriesId
            orderby point.At descending
            select new MetricPointListing(
                point.At,
                point.Value,
                db.People.Where(p => p.Id == point.EnteredById).Select(p => p.Name).FirstOrDefault()
            )
        )
            .Take(count + 1)
            .ToListAsync(cancellationToken);
        return new MetricPointPage([.. points.Take(count)], points.Count > count);
    }
}
