using Microsoft.Data.Sqlite;

namespace LiveBoard.Web.Hosting;

/// <summary>Which database the product works on.</summary>
/// <param name="IsPostgreSql">True for PostgreSQL, false for SQLite.</param>
/// <param name="ConnectionString">Where it is; a SQLite path is absolute.</param>
internal sealed record StoreSettings(bool IsPostgreSql, string ConnectionString)
{
    /// <summary>Path of the SQLite file; null for a server, and for a database in memory.</summary>
    public string? File
    {
        get
        {
            if (IsPostgreSql)
            {
                return null;
            }

            var sqlite = new SqliteConnectionStringBuilder(ConnectionString);
            return IsInMemory(sqlite) ? null : sqlite.DataSource;
        }
    }

    /// <summary>Reads them; a relative SQLite path starts at the content root, not at whatever the working directory is.</summary>
    public static StoreSettings Read(IConfiguration configuration, string contentRoot)
    {
        if (string.Equals(configuration["LiveBoard:Database"], "PostgreSql", StringComparison.OrdinalIgnoreCase))
        {
            return new StoreSettings(true, Require(configuration, "PostgreSql"));
        }

        var sqlite = new SqliteConnectionStringBuilder(Require(configuration, "Sqlite"));
        if (!IsInMemory(sqlite))
        {
            sqlite.DataSource = Path.GetFullPath(sqlite.DataSource, contentRoot);
        }

        return new StoreSettings(false, sqlite.ConnectionString);
    }

    private static string Require(IConfiguration configuration, string name) =>
        configuration.GetConnectionString(name) is { Length: > 0 } value
            ? value
            : throw new StartRefusedException(
                $"LiveBoard:Database is set to {name}, but ConnectionStrings:{name} is empty."
            );

    private static bool IsInMemory(SqliteConnectionStringBuilder sqlite) =>
        sqlite.Mode == SqliteOpenMode.Memory
        || sqlite.DataSource.Length == 0
        || sqlite.DataSource.StartsWith(":memory:", StringComparison.Ordinal);
}
