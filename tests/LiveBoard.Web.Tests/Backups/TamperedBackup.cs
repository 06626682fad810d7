using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace LiveBoard.Web.Tests.Backups;

/// <summary>Backups as no program of ours writes them.</summary>
internal static class TamperedBackup
{
    /// <summary>Packs a folder; the manifest is believed to be right.</summary>
    public static string Pack(string folder)
    {
        var packed = $"{folder}.zip";
        File.Delete(packed);
        ZipFile.CreateFromDirectory(folder, packed);
        return packed;
    }

    /// <summary>Lets the database have been through a migration that nobody here knows, with a manifest that fits.</summary>
    public static async Task AddMigrationAsync(string folder, string migration)
    {
        var database = Path.Combine(folder, "liveboard.db");
        await using (var connection = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ($id, '99')";
            command.Parameters.AddWithValue("$id", migration);
            await command.ExecuteNonQueryAsync();
        }

        Edit(
            folder,
            manifest =>
            {
                manifest["migration"] = migration;
                var part = manifest["parts"]!.AsArray().Single(p => (string?)p!["name"] == "liveboard.db")!;
                part["size"] = new FileInfo(database).Length;
                part["sha256"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(database)));
            }
        );
    }

    /// <summary>Changes what the manifest says.</summary>
    public static void Edit(string folder, Action<JsonObject> change)
    {
        var file = Path.Combine(folder, "manifest.json");
        var manifest = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        change(manifest);
        File.WriteAllText(file, manifest.ToJsonString());
    }
}
