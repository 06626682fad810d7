using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Data;

/// <summary>
/// Tells a race that another process won from a real failure: a version that moved on, or a key that somebody else took
/// first. Either can only happen with another process at work on the same database, because writers in this one queue up.
/// </summary>
internal static class LostRace
{
    public static bool Is(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbUpdateConcurrencyException or DbException { SqlState: "23505" or "40001" or "40P01" })
            {
                return true;
            }
        }

        return false;
    }
}
