using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using LiveBoard.Web.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Files;

/// <summary>An application with a board and a card for files, where a file may have 1 MB and a board 3.</summary>
public sealed class FileApp : IAsyncLifetime
{
    public const int MaxFile = 1 << 20;

    public LiveBoardApp App { get; } =
        new LiveBoardApp()
            .With("LiveBoard:Files:MaxFileMegabytes", "1")
            .With("LiveBoard:Files:MaxBoardMegabytes", "3")
            .With("LiveBoard:Limits:UploadsPerMinute", "1000")
            .With("LiveBoard:Limits:SignInsPerMinute", "1000");

    internal FileStore Store => App.Services.GetRequiredService<FileStore>();

    public async ValueTask InitializeAsync() => await App.CreateAdministratorAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>A board of its own with one card, for whoever is in the workspace.</summary>
    public async Task<(Guid Board, Guid Card)> MakeCardAsync(BoardRole role = BoardRole.Editor)
    {
        var board = Guid.CreateVersion7();
        await DoAsync(
            new CreateBoard
            {
                BoardId = board,
                WorkspaceId = App.WorkspaceId,
                Name = "Files",
                Columns = [new NewColumn("Ready", ColumnStage.NotStarted)],
            }
        );
        await DoAsync(
            new SetBoardAccess
            {
                BoardId = board,
                Visibility = BoardVisibility.Workspace,
                WorkspaceRole = role,
            }
        );
        var reader = App.Services.GetRequiredService<BoardReader>();
        await DoAsync(
            new AddCards
            {
                BoardId = board,
                ColumnId = (await reader.ReadAsync(board))!.Columns[0].Id,
                Titles = ["Card"],
            }
        );
        return (board, (await reader.ReadAsync(board))!.Cards.Keys.Single());
    }

    public async Task DoAsync(BoardCommand command)
    {
        var handler = App.Services.GetRequiredService<BoardCommandHandler>();
        Assert.Null((await handler.HandleAsync(command, App.Administrator.Actor)).Rejection);
    }

    /// <summary>Attaches this to a card of its own.</summary>
    public async Task<Attachment> AttachAsync(HttpClient browser, string name, byte[] content)
    {
        var (board, card) = await MakeCardAsync();
        using var answer = await browser.UploadFileAsync(board, card, name, content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return Assert.Single(await ReadAsync(card));
    }

    /// <summary>What is on the card, as the database has it.</summary>
    public async Task<IReadOnlyList<Attachment>> ReadAsync(Guid card)
    {
        await using var db = App.CreateDbContext();
        return await db.Attachments.Where(a => a.CardId == card).ToListAsync();
    }

    /// <summary>Every file there is in the store's folder.</summary>
    public IReadOnlyList<string> Files() =>
        Directory.Exists(Store.Directory) ? Directory.GetFiles(Store.Directory, "*", SearchOption.AllDirectories) : [];
}
