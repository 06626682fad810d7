using LiveBoard.Testing;

namespace LiveBoard.Core.Tests;

/// <summary>Tests that need a PostgreSQL server say so; where a skip is a failure they fail.</summary>
internal static class PostgreSql
{
    public static void RequireServer()
    {
        const string Why =
            "Set LIVEBOARD_TEST_POSTGRES to the connection string of a PostgreSQL server that may make databases.";
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.True(TestDatabase.PostgresServer is not null, Why);
        }

        Assert.SkipWhen(TestDatabase.PostgresServer is null, Why);
    }
}
