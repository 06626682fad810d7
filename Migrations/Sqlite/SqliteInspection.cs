using Microsoft.Data.Sqlite;

namespace LiveBoard.Migrations.Sqlite;

/// <summary>Looks into a SQLite file that nobody else has open: a copy, or one that is to take the database's place.</summary>
public static class SqliteInspection
{
    /// <summary>What can be counted in every version of the schema.</summary>
    private static readonly string[] Counted = ["Boards", "Cards", "AspNetUsers", "Attachments"];

    /// <summary>What lets somebody in without a password: it may have been ended since the file was written.</summary>
    private static readonly string[] WaysIn = ["SignInSessions", "PasswordResets"];

    /// <summary>Reads the file through and checks that all of it belongs together.</summary>
    /// <returns>What is in it.</returns>
    /// <exception cref="SqliteException">It is no database.</exception>
    public static SqliteFacts Read(string file)
    {
        using var connection = Open(file, SqliteOpenMode.ReadOnly);
        var integrity = Scalar(connection, "PRAGMA integrity_check(1)") as string ?? "";
        if (integrity == "ok" && Scalar(connection, "SELECT count(*) FROM pragma_foreign_key_check") is > 0L)
        {
            integrity = "foreign keys";
        }

        var tables = Rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'", row => row.GetString(0));
        return new SqliteFacts(
            integrity == "ok" ? null : integrity,
            tables.Contains("__EFMigrationsHistory", StringComparer.Ordinal)
                ? Rows(
                    connection,
                    "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId",
                    row => row.GetString(0)
                )
                : [],
            Counted
                .Intersect(tables, StringComparer.Ordinal)
                .ToDictionary(
                    table => table,
                    table => (long)Scalar(connection, $"SELECT count(*) FROM \"{table}\"")!,
                    StringComparer.Ordinal
                )
        );
    }

    /// <summary>The attached files that the rows of the file speak of, and whether they are still on their cards.</summary>
    public static IReadOnlyList<(Guid File, bool IsOnCard)> ReadAttachedFiles(string file)
    {
        using var connection = Open(file, SqliteOpenMode.ReadOnly);
        return Rows(
            connection,
            "SELECT FileId, max(DeletedAt IS NULL) FROM Attachments WHERE FileId IS NOT NULL GROUP BY FileId",
            row => (row.GetGuid(0), row.GetInt64(1) != 0)
        );
    }

    /// <summary>Ends all sign-ins and links for new passwords.</summary>
    public static void EndWaysIn(string file)
    {
        using var connection = Open(file, SqliteOpenMode.ReadWrite);
        var tables = Rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'", row => row.GetString(0));
        foreach (var table in WaysIn.Intersect(tables, StringComparer.Ordinal))
        {
            Scalar(connection, $"DELETE FROM \"{table}\"");
        }
    }

    /// <summary>Folds the write-ahead log in, so that the file stands alone; what is left of the log is deleted.</summary>
    public static void FoldLog(string file)
    {
        using (var connection = Open(file, SqliteOpenMode.ReadWrite))
        {
            Scalar(connection, "PRAGMA journal_mode=DELETE");
        }

        File.Delete($"{file}-wal");
        File.Delete($"{file}-shm");
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
            }.ConnectionString
        );
        connection.Open();
        return connection;
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are this class's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    private static List<T> Rows<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are this class's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}

/// <summary>What is in a SQLite file.</summary>
/// <param name="Damage">What is wrong with it, in SQLite's words; null when it is whole.</param>
/// <param name="Migrations">The migrations it has been through, oldest first; none when it is not LiveBoard's.</param>
/// <param name="Counts">Rows by table.</param>
public sealed record SqliteFacts(
    string? Damage,
    IReadOnlyList<string> Migrations,
    IReadOnlyDictionary<string, long> Counts
)
{
    /// <summary>The last of <see cref="Migrations"/>; null when there is none.</summary>
    public string? LastMigration => Migrations is [.., var last] ? last : null;
}
