using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using LiveBoard.Web.Backups;
using LiveBoard.Web.Files;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Backups;

/// <summary>An application with a board, and what is asked about its backups.</summary>
internal sealed class BackupApp : IAsyncDisposable
{
    public LiveBoardApp App { get; init; } =
        new LiveBoardApp()
            .With("LiveBoard:Limits:UploadsPerMinute", "100000")
            .With("LiveBoard:Limits:SignInsPerMinute", "1000");

    public Guid BoardId { get; } = Guid.CreateVersion7();

    public BackupService Backups => App.Services.GetRequiredService<BackupService>();

    public BackupShelf Shelf => App.Services.GetRequiredService<BackupShelf>();

    public FileStore Files => App.Services.GetRequiredService<FileStore>();

    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    public static async Task<BackupApp> StartAsync()
    {
        var app = new BackupApp();
        await app.SetUpAsync();
        return app;
    }

    public async Task SetUpAsync()
    {
        await App.CreateAdministratorAsync();
        await DoAsync(
            new CreateBoard
            {
                BoardId = BoardId,
                WorkspaceId = App.WorkspaceId,
                Name = "Winter timetable",
                Columns = [new NewColumn("Ready", ColumnStage.NotStarted)],
            }
        );
    }

    public async Task DoAsync(BoardCommand command)
    {
        var handler = App.Services.GetRequiredService<BoardCommandHandler>();
        Assert.Null((await handler.HandleAsync(command, App.Administrator.Actor, Stop)).Rejection);
    }

    public async Task<BoardSnapshot> AddCardAsync(string title)
    {
        var board = await ReadAsync();
        await DoAsync(
            new AddCards
            {
                BoardId = BoardId,
                ColumnId = board.Columns[0].Id,
                Titles = [title],
            }
        );
        return await ReadAsync();
    }

    public async Task<BoardSnapshot> ReadAsync() =>
        (await App.Services.GetRequiredService<BoardReader>().ReadAsync(BoardId))!;

    /// <summary>Attaches a file to the first card.</summary>
    public async Task AttachAsync(HttpClient browser, string name, byte[] content)
    {
        var card = (await ReadAsync()).Columns[0].Cards[0].Id;
        using var answer = await browser.UploadFileAsync(BoardId, card, name, content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    public async Task<string> BackUpAsync() => Shelf.PathOf(await Backups.MakeAsync(BackupKind.Manual, Stop));

    /// <summary>The product on a folder of its own, in which this backup is restored at the start.</summary>
    public BackupApp RestoreElsewhere(string backup)
    {
        var other = new BackupApp();
        var shelf = new BackupShelf(Path.Combine(other.App.Directory, "backups"), TimeProvider.System);
        var listing = shelf.Next(BackupKind.Uploaded);
        File.Copy(backup, shelf.PathOf(listing));
        new RestorePlan(shelf).Write(listing);
        return other;
    }

    /// <summary>The board of the one in this one's database.</summary>
    public async Task<BoardSnapshot?> ReadAsync(Guid boardId) =>
        await App.Services.GetRequiredService<BoardReader>().ReadAsync(boardId);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
