using System.Text.RegularExpressions;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Testing;
using LiveBoard.Web.Tests.Backups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.CommandLine;

/// <summary>The program as it is called from a shell, in processes of its own.</summary>
public sealed partial class CommandLineTests
{
    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task BackupWhileItRuns_RestoreOnlyWhenItDoesNot()
    {
        await using var app = await BackupApp.StartAsync();
        var before = await app.AddCardAsync("Before");
        var file = Path.Combine(app.App.Directory, "elsewhere.zip");

        var made = await ProductProcess.RunAsync(app.App.Directory, "backup", file);
        Assert.True(made.ExitCode == 0, made.Output + made.Errors);
        Assert.Contains(file, made.Output, StringComparison.Ordinal);
        var after = await app.AddCardAsync("After");

        var refused = await ProductProcess.RunAsync(app.App.Directory, "restore", file);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Another LiveBoard is running", refused.Output, StringComparison.Ordinal);
        Assert.Equal(SnapshotText.Of(after), SnapshotText.Of(await app.ReadAsync()));

        app.App.IsDirectoryKept = true;
        await app.App.DisposeAsync();
        var restored = await ProductProcess.RunAsync(app.App.Directory, "restore", file);
        Assert.True(restored.ExitCode == 0, restored.Output + restored.Errors);
        Assert.Contains("BeforeRestore", restored.Output, StringComparison.Ordinal);
        await using var again = new BackupApp { App = new LiveBoardApp { Directory = app.App.Directory } };
        Assert.Equal(SnapshotText.Of(before), SnapshotText.Of((await again.ReadAsync(app.BoardId))!));
    }

    [Fact]
    public async Task RestoreOfNoBackup_SaysWhatIsWrong_AndChangesNothing()
    {
        var directory = Directory.CreateTempSubdirectory("liveboard-cli-").FullName;
        var file = Path.Combine(directory, "letter.zip");
        await File.WriteAllTextAsync(file, "Dear Ada", Stop);

        var refused = await ProductProcess.RunAsync(directory, "restore", file);
        var missing = await ProductProcess.RunAsync(directory, "restore", Path.Combine(directory, "nothing.zip"));

        Assert.Equal((1, 1), (refused.ExitCode, missing.ExitCode));
        Assert.Contains("is no backup of LiveBoard", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("There is no such backup", missing.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(directory, "liveboard.db")));
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task UnknownWords_AreMisuse_AndHelpSaysWhatThereIs()
    {
        var directory = Directory.CreateTempSubdirectory("liveboard-cli-").FullName;

        var unknown = await ProductProcess.RunAsync(directory, "backdown");
        var help = await ProductProcess.RunAsync(directory, "help");

        Assert.Equal((2, 0), (unknown.ExitCode, help.ExitCode));
        Assert.Contains("backdown", unknown.Errors, StringComparison.Ordinal);
        Assert.Contains("users reset-password EMAIL", help.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(directory));
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task ResetLink_SetsAPassword_Once()
    {
        await using var app = new LiveBoardApp { IsDirectoryKept = true };
        var ada = await app.CreateAdministratorAsync();
        await app.DisposeAsync();

        var unknown = await ProductProcess.RunAsync(app.Directory, "users", "reset-password", "nobody@example.com");
        var made = await ProductProcess.RunAsync(app.Directory, "users", "reset-password", ada.Email);

        Assert.Equal(1, unknown.ExitCode);
        Assert.Equal(0, made.ExitCode);
        var secret = Link().Match(made.Output).Groups["secret"].Value;
        await using var again = new LiveBoardApp { Directory = app.Directory };
        using var browser = again.CreateBrowser();
        using var set = await browser.SubmitAsync(
            $"/reset/{secret}",
            "reset",
            ("NewPassword", "eight purple umbrellas")
        );
        await LiveBoardApp.SignInAsync(browser, ada with { Password = "eight purple umbrellas" });
        Assert.Null(await again.Services.GetRequiredService<PasswordResets>().FindAsync(secret, Stop));
    }

    [Fact]
    public async Task TrelloFile_IsImported_ForSomebodyInTheWorkspaceOnly()
    {
        await using var app = new LiveBoardApp { IsDirectoryKept = true };
        var ada = await app.CreateAdministratorAsync();
        await app.DisposeAsync();
        var file = Path.Combine(app.Directory, "board.json");
        await File.WriteAllTextAsync(file, TrelloSample.PresentDay, Stop);
        string[] words = ["import", "trello", file];

        var silent = await ProductProcess.RunAsync(app.Directory, words);
        var elsewhere = await ProductProcess.RunAsync(
            app.Directory,
            [.. words, "--workspace", "Others", "--as", ada.Email]
        );
        var done = await ProductProcess.RunAsync(app.Directory, [.. words, "--workspace", "Team", "--as", ada.Email]);

        Assert.Equal((2, 1), (silent.ExitCode, elsewhere.ExitCode));
        Assert.Contains("no workspace 'Others'", elsewhere.Errors, StringComparison.Ordinal);
        Assert.True(done.ExitCode == 0, done.Output + done.Errors);
        await using var again = new LiveBoardApp { Directory = app.Directory };
        await using var db = again.CreateDbContext();
        Assert.Equal(1, await db.Boards.CountAsync(b => b.Kind == BoardKind.Kanban, Stop));
    }

    [GeneratedRegex("/reset/(?<secret>[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
