using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LiveBoard.Testing;

/// <summary>Counts the statements that reach the database, however they are issued.</summary>
public sealed class StatementCounter : DbCommandInterceptor
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <summary>Comes before every statement, whether it is waited for or not and whatever it answers.</summary>
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        Interlocked.Increment(ref _count);
        return result;
    }
}
