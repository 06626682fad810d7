using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace LiveBoard.Core.Tests.Data;

/// <summary>A board whose rows are saved by hand, and somebody who listens and looks each thing up when it is told.</summary>
internal sealed class SaveScene : IAsyncDisposable
{
    private readonly bool _isAsync;
    private readonly IDisposable[] _listening;

    private SaveScene(TestDatabase database, TestBoard board, BoardSnapshot before, bool isAsync)
    {
        _isAsync = isAsync;
        Database = database;
        Board = board;
        Before = before;
        _listening = [database.Bus.SubscribeBoard(board.Id, Hear), database.Bus.SubscribeDirectory(Hear)];
    }

    public TestDatabase Database { get; }

    public TestBoard Board { get; }

    public BoardSnapshot Before { get; }

    /// <summary>What was told of the board, in order.</summary>
    public List<BoardChangeSet> Heard { get; } = [];

    /// <summary>What was told of people and lists, in order.</summary>
    public List<DirectoryEvent> HeardOfDirectory { get; } = [];

    /// <summary>Versions that were told before another connection could read them; stays empty.</summary>
    public List<long> ToldTooEarly { get; } = [];

    /// <param name="provider">The database.</param>
    /// <param name="isAsync">Which half of EF Core's API the scene uses.</param>
    public static async Task<SaveScene> OpenAsync(Provider provider, bool isAsync)
    {
        var database = await provider.CreateDatabaseAsync();
        var board = await TestBoard.CreateAsync(database);
        return new SaveScene(database, board, await board.ReadAsync(), isAsync);
    }

    /// <summary>A context, and with it what else should intercept.</summary>
    public LiveBoardDbContext Open(params IInterceptor[] others) =>
        Database.CreateDbContext([Database.Interceptor, .. others]);

    /// <summary>Adds a card that can be saved, or one that no column can hold.</summary>
    public Card AddCard(LiveBoardDbContext db, string title, bool isPossible = true)
    {
        var column = Before.Columns[0];
        var card = new Card
        {
            Id = Guid.CreateVersion7(),
            BoardId = Board.Id,
            ColumnId = isPossible ? column.Id : Guid.CreateVersion7(),
            Number = 100 + db.Cards.Local.Count + title.Length,
            Position = CardPosition.Between(column.Cards[^1].Position, null) + title,
            Title = title,
            CreatedAt = DateTime.UnixEpoch,
        };
        db.Cards.Add(card);
        return card;
    }

    public async Task SaveAsync(LiveBoardDbContext db, CancellationToken cancellationToken = default) =>
        _ = _isAsync ? await db.SaveChangesAsync(cancellationToken) : db.SaveChanges();

    public async Task<IDbContextTransaction> BeginAsync(LiveBoardDbContext db) =>
        _isAsync ? await db.Database.BeginTransactionAsync() : db.Database.BeginTransaction();

    public async Task CommitAsync(IDbContextTransaction transaction)
    {
        if (_isAsync)
        {
            await transaction.CommitAsync();
        }
        else
        {
            transaction.Commit();
        }
    }

    public async Task RollBackAsync(IDbContextTransaction transaction)
    {
        if (_isAsync)
        {
            await transaction.RollbackAsync();
        }
        else
        {
            transaction.Rollback();
        }
    }

    public async Task CloseAsync(IDbContextTransaction transaction)
    {
        if (_isAsync)
        {
            await transaction.DisposeAsync();
        }
        else
        {
            transaction.Dispose();
        }
    }

    /// <summary>What was told is these versions with these new cards, each readable when it was told.</summary>
    public async Task AssertToldAsync(params (long Ahead, string Title)[] expected)
    {
        Assert.Equal(expected, Heard.Select(h => (h.Version - Before.Version, Assert.Single(TitlesIn(h)))));
        Assert.Empty(ToldTooEarly);
        var read = await Board.ReadAsync();
        var folded = Heard.Aggregate(Before, Core.Live.BoardReducer.Apply);
        Assert.Equal(SnapshotText.Of(read), SnapshotText.Of(folded));
        await AssertNoGapsAsync(read.Version);
    }

    /// <summary>Neither told nor stored.</summary>
    public Task AssertNothingHappenedAsync()
    {
        Assert.Empty(HeardOfDirectory);
        return AssertToldAsync();
    }

    public ValueTask DisposeAsync()
    {
        Array.ForEach(_listening, l => l.Dispose());
        return Database.DisposeAsync();
    }

    private async Task AssertNoGapsAsync(long version)
    {
        await using var db = Database.CreateDbContext();
        var rows = await db.BoardChanges.Where(c => c.BoardId == Board.Id).Select(c => c.Version).ToListAsync();
        Assert.Equal(Enumerable.Range(1, (int)version).Select(v => (long)v), rows.Order());
    }

    private static IEnumerable<string> TitlesIn(BoardChangeSet changes) =>
        changes.Events.OfType<CardUpserted>().Select(e => e.Card.Title);

    private void Hear(DirectoryEvent change) => HeardOfDirectory.Add(change);

    private void Hear(BoardChangeSet changes)
    {
        Heard.Add(changes);
        using var db = Database.CreateDbContext();
        if (!db.BoardChanges.Any(c => c.BoardId == changes.BoardId && c.Version == changes.Version))
        {
            ToldTooEarly.Add(changes.Version);
        }
    }
}
