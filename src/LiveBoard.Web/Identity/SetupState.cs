using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Web.Identity;

/// <summary>Knows whether the instance still waits for its first account. Thread-safe.</summary>
internal sealed class SetupState(IDbContextFactory<LiveBoardDbContext> contexts)
{
    private volatile bool _isDone;

    /// <summary>Asks the database until there is an account, then never again.</summary>
    public async ValueTask<bool> IsNeededAsync(CancellationToken cancellationToken = default)
    {
        if (!_isDone)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            _isDone = await db.Users.AnyAsync(cancellationToken);
        }

        return !_isDone;
    }
}
