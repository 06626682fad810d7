using LiveBoard.Core.Data;
using LiveBoard.Migrations.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Testing;

/// <summary>One migrated, empty database file per test run. Migrating takes longer than most tests; each starts from a copy.</summary>
internal static class MigratedSqlite
{
    private static readonly Lazy<string> File = new(Make);

    public static void CopyTo(string file) => System.IO.File.Copy(File.Value, file);

    private static string Make()
    {
        var directory = Directory.CreateTempSubdirectory("liveboard-template-").FullName;
        var source = $"Data Source={Path.Combine(directory, "source.db")}";
        var options = new DbContextOptionsBuilder<LiveBoardDbContext>();
        options.UseLiveBoardSqlite(source);
        using (var db = new LiveBoardDbContext(options.Options))
        {
            db.Database.Migrate();
        }

        var template = Path.Combine(directory, "template.db");
        SqliteBackup.Write(source, template);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, recursive: true);
        return template;
    }
}
