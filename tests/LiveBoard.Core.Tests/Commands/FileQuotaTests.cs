using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Attachments;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>A-42: how much room files may take, however many come at the same moment.</summary>
public sealed class FileQuotaTests : IAsyncLifetime
{
    private static readonly FileQuotas Quotas = new(File: 100, Board: 1000, Instance: 1500);

    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private TestBoard _other = null!;
    private BoardCommandHandler _commands = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 1);
        _other = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 1);
        _commands = new BoardCommandHandler(
            _database,
            _database.Access,
            _database.Writes,
            _database.Refusals,
            _database.Time,
            Quotas
        );
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task TwentyFilesAtOnce_TakeNoMoreThanTheBoardHas()
    {
        var wishes = await Task.WhenAll(Enumerable.Range(1, 20).Select(_ => FileAsync(_board, 100)));

        var results = await Task.WhenAll(wishes.Select(w => Task.Run(() => DoAsync(_board, w))));

        Assert.Equal(10, results.Count(r => r is null));
        Assert.Equal(10, results.Count(r => r == RejectionCode.BoardFilesFull));
        Assert.Equal(10, (await _board.ReadAsync()).Columns[0].Cards[0].AttachmentCount);
    }

    [Fact]
    public async Task TwentyFilesAtOnceOnTwoBoards_TakeNoMoreThanTheInstanceHas()
    {
        var boards = Enumerable.Range(1, 20).Select(i => i % 2 == 0 ? _board : _other).ToList();
        var wishes = await Task.WhenAll(boards.Select(b => FileAsync(b, 100)));

        var results = await Task.WhenAll(boards.Zip(wishes).Select(w => Task.Run(() => DoAsync(w.First, w.Second))));

        Assert.Equal(15, results.Count(r => r is null));
        Assert.Equal(5, results.Count(r => r == RejectionCode.InstanceFilesFull));
    }

    [Fact]
    public async Task File_MayBeSoLarge_AndNoLarger()
    {
        Assert.Null(await DoAsync(_board, await FileAsync(_board, 100)));
        Assert.Equal(RejectionCode.FileTooLarge, await DoAsync(_board, await FileAsync(_board, 101)));
    }

    [Fact]
    public async Task WhatWasTakenAway_TakesItsRoomUntilItIsGone()
    {
        for (var i = 0; i < 10; i++)
        {
            var added = await _commands.HandleAsync(await FileAsync(_board, 100), _board.Owner, Cancellation);
            Assert.Null(await DoAsync(_board, added.Undo!));
        }

        Assert.Equal(RejectionCode.BoardFilesFull, await DoAsync(_board, await FileAsync(_board, 1)));
    }

    [Fact]
    public async Task CardWithFiles_MovesToNoBoardThatHasNoRoomForThem()
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.Null(await DoAsync(_other, await FileAsync(_other, 100)));
        }

        Assert.Null(await DoAsync(_board, await FileAsync(_board, 1)));
        await _database.JoinAsync(_other.WorkspaceId, _board.Owner);
        var move = new MoveCardToBoard
        {
            BoardId = _board.Id,
            CardId = await CardOfAsync(_board),
            ToBoardId = _other.Id,
            ToColumnId = (await _other.ReadAsync()).Columns[0].Id,
        };

        Assert.Equal(RejectionCode.BoardFilesFull, await DoAsync(_board, move));
    }

    private async Task<RejectionCode?> DoAsync(TestBoard board, BoardCommand command) =>
        (await _commands.HandleAsync(command, board.Owner, Cancellation)).Rejection?.Code;

    private static async Task<AddFile> FileAsync(TestBoard board, long size) =>
        new()
        {
            BoardId = board.Id,
            CardId = await CardOfAsync(board),
            FileId = Guid.CreateVersion7(),
            Name = "notes.txt",
            Size = size,
            MediaType = "application/octet-stream",
        };

    private static async Task<Guid> CardOfAsync(TestBoard board) => (await board.ReadAsync()).Columns[0].Cards[0].Id;
}
