using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LiveBoard.Testing;

/// <summary>Counts the statements that reach the database, however they are issued.</summary>
public sealed class StatementCounter : DbCommandInterceptor
{
    private int _count;
    private int _reads;

    public int Count => Volatile.Read(ref _count);

    /// <summary>Those that only read: of the others SQLite needs one for each row.</summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>Comes before every statement, whether it is waited for or not and whatever it answers.</summary>
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        Interlocked.Increment(ref _count);
        if (result.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _reads);
        }

        return result;
    }
}
