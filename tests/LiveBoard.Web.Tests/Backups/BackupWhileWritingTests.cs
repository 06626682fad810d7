using System.Security.Cryptography;
using LiveBoard.Testing;
using LiveBoard.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Web.Tests.Backups;

/// <summary>R-22: backups of an instance in which somebody never stops writing.</summary>
public sealed class BackupWhileWritingTests
{
    private const int Backups = 8;

    [Fact]
    public async Task EachBackup_Restored_IsTheBoardAtOneVersion_WithEveryAttachedFile()
    {
        await using var app = await BackupApp.StartAsync();
        var states = new Dictionary<long, string>();
        await app.AddCardAsync("First");
        using var browser = await app.App.CreateBrowserAsync(app.App.Administrator);
        using var enough = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var writing = Task.Run(() => WriteAsync(app, browser, states, started, enough.Token));
        await started.Task;
        var made = new List<string>();
        for (var i = 0; i < Backups; i++)
        {
            made.Add(await app.BackUpAsync());
        }

        await enough.CancelAsync();
        await writing;

        var versions = new List<long>();
        foreach (var backup in made)
        {
            await using var restored = app.RestoreElsewhere(backup);
            var board = await restored.ReadAsync(app.BoardId);
            Assert.Equal(states[board!.Version], SnapshotText.Of(board));
            versions.Add(board.Version);
            await AssertFilesAsync(restored, app.Files);
        }

        Assert.Equal(versions.Order(), versions);
        Assert.True(versions[^1] > versions[0], "Nothing was written between the first backup and the last.");
    }

    /// <summary>As fast as it goes, which is more than a hundred commits a second on a plain disk.</summary>
    private static async Task WriteAsync(
        BackupApp app,
        HttpClient browser,
        Dictionary<long, string> states,
        TaskCompletionSource started,
        CancellationToken enough
    )
    {
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var board = await app.AddCardAsync($"Card {i}");
            states[board.Version] = SnapshotText.Of(board);
            if (i % 10 == 0)
            {
                await app.AttachAsync(browser, $"{i}.bin", RandomNumberGenerator.GetBytes(20_000));
                board = await app.ReadAsync();
                states[board.Version] = SnapshotText.Of(board);
            }

            started.TrySetResult();
        }
    }

    private static async Task AssertFilesAsync(BackupApp restored, FileStore original)
    {
        await using var db = restored.App.CreateDbContext();
        var files = await db.Attachments.Where(a => a.FileId != null).Select(a => a.FileId!.Value).ToListAsync();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            Assert.Equal(
                await File.ReadAllBytesAsync(original.PathOf(file)),
                await File.ReadAllBytesAsync(restored.Files.PathOf(file))
            );
        }
    }
}
