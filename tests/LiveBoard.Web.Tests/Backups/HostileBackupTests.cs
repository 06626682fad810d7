using System.IO.Compression;
using System.Text.Json.Nodes;
using LiveBoard.Web.Backups;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Backups;

/// <summary>X-60 to X-66: what comes as a backup and is none, or is another than it says. All of it is refused, none of it is left.</summary>
public sealed class HostileBackupTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("liveboard-hostile-").FullName;
    private BackupApp _app = null!;

    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await BackupApp.StartAsync();
        await _app.AddCardAsync("First");
        using var browser = await _app.App.CreateBrowserAsync(_app.App.Administrator);
        await _app.AttachAsync(browser, "pier.txt", "A pier."u8.ToArray());
        await ZipFile.ExtractToDirectoryAsync(await _app.BackUpAsync(), _folder, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        File.Delete($"{_folder}.zip");
    }

    [Fact]
    public Task Untouched_IsTaken() => Restore.CheckAsync(TamperedBackup.Pack(_folder), Stop);

    [Fact]
    public async Task AByteThatChanged_IsFound()
    {
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_folder, "files"), "*", SearchOption.AllDirectories));
        await File.WriteAllTextAsync(file, "A peer.", Stop);

        await AssertRefusedAsync(BackupFault.PartDamaged, Path.GetFileName(file));
    }

    [Fact]
    public async Task HashThatWasEdited_IsFound()
    {
        TamperedBackup.Edit(_folder, m => m["parts"]![0]!["sha256"] = new string('0', 64));

        await AssertRefusedAsync(BackupFault.PartDamaged, "liveboard.db");
    }

    [Fact]
    public async Task FileBeyondItsSize_IsReadNoFurther()
    {
        TamperedBackup.Edit(_folder, m => m["parts"]![0]!["size"] = 100);

        await AssertRefusedAsync(BackupFault.PartDamaged, "liveboard.db");
    }

    [Fact]
    public async Task MoreThanTheDiskHolds_IsRefusedBeforeAnythingIsWritten()
    {
        TamperedBackup.Edit(_folder, m => m["parts"]![0]!["size"] = long.MaxValue / 4);

        await AssertRefusedAsync(BackupFault.NoRoom, "MB");
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("/etc/cron.d/evil")]
    [InlineData("files/../../evil")]
    [InlineData("files/ab/../../../evil")]
    [InlineData("files\\ab\\evil")]
    [InlineData("files/ab/cd000000000000000000000000000000")]
    [InlineData("liveboard.db-wal")]
    public async Task NameThatNoBackupHas_IsRefused(string name)
    {
        TamperedBackup.Edit(
            _folder,
            m =>
                m["parts"]!
                    .AsArray()
                    .Add(
                        new JsonObject
                        {
                            ["name"] = name,
                            ["size"] = 0,
                            ["sha256"] = new string('0', 64),
                        }
                    )
        );

        await AssertRefusedAsync(BackupFault.PartUnexpected, name);
    }

    [Fact]
    public async Task FileThatTheManifestDoesNotName_IsRefused()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "more.txt"), "more", Stop);

        await AssertRefusedAsync(BackupFault.PartUnexpected, "more.txt");
    }

    [Fact]
    public async Task FileThatIsTwice_IsRefused()
    {
        var packed = TamperedBackup.Pack(_folder);
        using (var zip = ZipFile.Open(packed, ZipArchiveMode.Update))
        {
            zip.CreateEntryFromFile(Path.Combine(_folder, "manifest.json"), "liveboard.db");
        }

        await AssertRefusedAsync(BackupFault.PartUnexpected, "liveboard.db", packed);
    }

    [Fact]
    public async Task DatabaseThatIsNone_IsRefused_ThoughItsHashFits()
    {
        var database = Path.Combine(_folder, "liveboard.db");
        await File.WriteAllTextAsync(database, "no database", Stop);
        TamperedBackup.Edit(
            _folder,
            m =>
            {
                m["parts"]![0]!["size"] = 11;
                m["parts"]![0]!["sha256"] = Convert.ToHexStringLower(
                    System.Security.Cryptography.SHA256.HashData("no database"u8)
                );
            }
        );

        await AssertRefusedAsync(BackupFault.DatabaseDamaged, "");
    }

    [Fact]
    public async Task FileCutShortAnywhere_IsRefused()
    {
        var packed = TamperedBackup.Pack(_folder);
        var whole = await File.ReadAllBytesAsync(packed, Stop);
        for (var i = 0; i < 50; i++)
        {
            await File.WriteAllBytesAsync(packed, whole[..(whole.Length * i / 50)], Stop);

            await AssertRefusedAsync(BackupFault.NotABackup, "", packed);
        }
    }

    private DatabaseRestore Restore => _app.App.Services.GetRequiredService<DatabaseRestore>();

    private async Task AssertRefusedAsync(BackupFault fault, string detail, string? packed = null)
    {
        var refused = await Assert.ThrowsAsync<BackupException>(() =>
            Restore.CheckAsync(packed ?? TamperedBackup.Pack(_folder), Stop)
        );

        Assert.Equal(fault, refused.Fault);
        Assert.Contains(detail, refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_app.App.Directory, "*.checking-*"));
    }
}
