using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access.Metrics;

/// <summary>Points, as people type them in.</summary>
public sealed partial class MetricService
{
    /// <summary>Enters a point, or gives the one at this time another value; for members of the workspace.</summary>
    /// <param name="actor">Who types it in.</param>
    /// <param name="seriesId">The series.</param>
    /// <param name="at">When, UTC; null for now.</param>
    /// <param name="value">How much.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    public Task<DirectoryResult> EnterPointAsync(
        Actor actor,
        Guid seriesId,
        DateTime? at,
        double value,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            actor,
            seriesId,
            WorkspaceRole.Member,
            new AuditNote("EnterPoint", seriesId) { IsKept = false },
            async (db, series) =>
            {
                var moment = MetricRules.ToStored(at ?? time.GetUtcNow().UtcDateTime);
                if (Refuse(moment, value) is { } refusal)
                {
                    return refusal;
                }

                if (await db.MetricPoints.FindAsync([series.Id, moment], cancellationToken) is { } point)
                {
                    (point.Value, point.EnteredById) = (value, actor.PersonId);
                }
                else
                {
                    Add(db, series, moment, value, actor);
                }

                return null;
            },
            cancellationToken
        );

    /// <summary>Gives a point another value, another time, or both; for members of the workspace.</summary>
    /// <param name="actor">Who types it in.</param>
    /// <param name="seriesId">The series.</param>
    /// <param name="at">When the point is now, UTC.</param>
    /// <param name="newAt">When it shall be, UTC; the same to leave it.</param>
    /// <param name="value">How much it shall be.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    public Task<DirectoryResult> ChangePointAsync(
        Actor actor,
        Guid seriesId,
        DateTime at,
        DateTime newAt,
        double value,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            actor,
            seriesId,
            WorkspaceRole.Member,
            new AuditNote("ChangePoint", seriesId) { IsKept = false },
            async (db, series) =>
            {
                var moment = MetricRules.ToStored(newAt);
                if (Refuse(moment, value) is { } refusal)
                {
                    return refusal;
                }

                if (await db.MetricPoints.FindAsync([series.Id, at], cancellationToken) is not { } point)
                {
                    return DirectoryRefusal.NotFound;
                }

                if (moment == at)
                {
                    (point.Value, point.EnteredById) = (value, actor.PersonId);
                    return null;
                }

                if (await db.MetricPoints.AnyAsync(p => p.SeriesId == series.Id && p.At == moment, cancellationToken))
                {
                    return DirectoryRefusal.MetricTimeTaken;
                }

                db.MetricPoints.Remove(point);
                Add(db, series, moment, value, actor);
                return null;
            },
            cancellationToken
        );

    /// <summary>Takes a point away; for members of the workspace.</summary>
    public Task<DirectoryResult> RemovePointAsync(
        Actor actor,
        Guid seriesId,
        DateTime at,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            actor,
            seriesId,
            WorkspaceRole.Member,
            new AuditNote("RemovePoint", seriesId) { IsKept = false },
            async (db, series) =>
            {
                if (await db.MetricPoints.FindAsync([series.Id, at], cancellationToken) is not { } point)
                {
                    return DirectoryRefusal.NotFound;
                }

                db.MetricPoints.Remove(point);
                return null;
            },
            cancellationToken
        );

    private static void Add(LiveBoardDbContext db, MetricSeries series, DateTime at, double value, Actor actor) =>
        db.MetricPoints.Add(
            new MetricPoint
            {
                SeriesId = series.Id,
                At = at,
                Value = value,
                EnteredById = actor.PersonId,
            }
        );

    private DirectoryRefusal? Refuse(DateTime at, double value) =>
        !double.IsFinite(value) ? DirectoryRefusal.MetricValueInvalid
        : MetricRules.IsTime(at, time.GetUtcNow().UtcDateTime) ? null
        : DirectoryRefusal.MetricTimeInvalid;
}
