using LiveBoard.Core.Events;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests;

/// <summary>The databases that LiveBoard runs on; a test that is about storage runs on both.</summary>
public enum Provider
{
    Sqlite,
    PostgreSql,
}

internal static class ProviderExtensions
{
    /// <summary>A database of this kind; skips the test where there is none.</summary>
    public static Task<TestDatabase> CreateDatabaseAsync(
        this Provider provider,
        IBoardEventBus? bus = null,
        TimeProvider? time = null
    )
    {
        if (provider == Provider.Sqlite)
        {
            return TestDatabase.CreateAsync(bus, time);
        }

        PostgreSql.RequireServer();
        return TestDatabase.CreateAsync(bus, time, TestDatabase.PostgresServer);
    }
}
