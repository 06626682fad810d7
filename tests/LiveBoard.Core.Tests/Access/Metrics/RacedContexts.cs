using LiveBoard.Core.Data;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LiveBoard.Core.Tests.Access.Metrics;

/// <summary>Contexts whose every save finds that another process has changed the series in between.</summary>
internal sealed class RacedContexts(TestDatabase database, Guid seriesId) : IDbContextFactory<LiveBoardDbContext>
{
    public LiveBoardDbContext CreateDbContext() => database.CreateDbContext(new OtherProcess(seriesId));

    private sealed class OtherProcess(Guid seriesId) : SaveChangesInterceptor
    {
        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            var db = (LiveBoardDbContext)eventData.Context!;
            foreach (
                var entry in db.ChangeTracker.Entries<Core.Boards.MetricSeries>().Where(e => e.Entity.Id == seriesId)
            )
            {
                // As if what was read a moment ago were the version before.
                entry.Property(s => s.Version).OriginalValue--;
            }

            return ValueTask.FromResult(result);
        }
    }
}
