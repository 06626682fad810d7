using Microsoft.Data.Sqlite;

namespace LiveBoard.Migrations.Sqlite;

/// <summary>Copies a database that may be in use, with SQLite's online backup: never a half-written file, never without the log.</summary>
public static class SqliteBackup
{
    /// <summary>Copies to <paramref name="target"/>, which appears under its name only when it is complete.</summary>
    /// <param name="connectionString">The database to copy.</param>
    /// <param name="target">Path of the copy; an existing file is not overwritten.</param>
    /// <exception cref="SqliteException">The database cannot be read or the copy not be written.</exception>
    /// <exception cref="IOException">There is a file at <paramref name="target"/>.</exception>
    public static void Write(string connectionString, string target)
    {
        var partial = target + ".partial";
        File.Delete(partial);
        // Not pooled: a connection that outlived the file would go on reading one that has been replaced.
        var own = new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
        using (var source = new SqliteConnection(own.ConnectionString))
        using (
            var copy = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = partial, Pooling = false }.ConnectionString
            )
        )
        {
            source.Open();
            copy.Open();
            source.BackupDatabase(copy);
            // A copy stands alone: with the log folded in there is one file to keep.
            using var fold = copy.CreateCommand();
            fold.CommandText = "PRAGMA journal_mode=DELETE;";
            fold.ExecuteNonQuery();
        }

        File.Move(partial, target);
    }
}
