using System.Threading.Channels;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Core.Commands.Comments;
using LiveBoard.Core.Live.History;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Live.History;

/// <summary>Whatever is done to a board: looked up at a version, it is what it was at that version.</summary>
public sealed class HistoryPropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task BoardAtEachVersion_IsTheBoardThatWasSeenThen(int seed) => RunAsync(seed, postgresServer: null);

    [Theory]
    [InlineData(301)]
    public async Task BoardAtEachVersion_IsTheBoardThatWasSeenThen_OnPostgreSql(int seed)
    {
        PostgreSql.RequireServer();
        await RunAsync(seed, TestDatabase.PostgresServer);
    }

    private static async Task RunAsync(int seed, string? postgresServer)
    {
        await using var database = await TestDatabase.CreateAsync(postgresServer: postgresServer);
        var board = await TestBoard.CreateAsync(database);
        await using var registry = HistoryScene.RegistryOf(database);
        var extended = Channel.CreateUnbounded<bool>();
        await using var view = Assert.IsType<BoardHistoryView>(
            await registry.ViewAsync(
                board.Id,
                board.Owner,
                _ => Task.CompletedTask,
                () => extended.Writer.TryWrite(true)
            )
        );
        var seen = await LiveAsync(board, seed);

        var history = await HistoryScene.ReadAsync(database, board.Id);
        var parts = await PartsAsync(board, history.Now);
        Assert.True(seen.Count > 70, $"Only {seen.Count} versions: the commands are mostly refused.");
        foreach (var (version, then) in seen)
        {
            var past = HistoryScene.AtVersion(history, version);
            Assert.True(parts.Of(then) == parts.Of(past), $"v{version}\n{parts.Of(then)}\n---\n{parts.Of(past)}");
        }

        await FollowedAsync(view, extended.Reader, seen[^1].Version);
        Assert.Equal(
            seen.Select(s => parts.Of(s.Board)),
            view.Ask(h => seen.Select(s => parts.Of(HistoryScene.AtVersion(h, s.Version))).ToList())
        );
        GoAbout(history, new Random(seed));
    }

    /// <summary>From any moment to any other, with what was seen before in hand, it is the same as looked up afresh.</summary>
    private static void GoAbout(BoardHistory history, Random random)
    {
        PastBoard? near = null;
        for (var i = 0; i < 60; i++)
        {
            var moment =
                random.Next(3) > 0 && near is not null
                    ? Math.Clamp(near.Moment + random.Next(-3, 4), -1, history.Last)
                    : random.Next(-1, history.Last + 1);
            near = history.At(moment, near);
            Assert.Equal(SnapshotText.Of(history.At(moment).Board), SnapshotText.Of(near.Board));
        }
    }

    private static async Task<List<(long Version, BoardSnapshot Board)>> LiveAsync(TestBoard board, int seed)
    {
        var database = board.Database;
        var other = await TestBoard.CreateAsync(database, columns: 2, cardsPerColumn: 1);
        await database.JoinAsync(other.WorkspaceId, board.Owner);
        var bo = await database.AddUserAsync(board.WorkspaceId);
        var commands = new RandomCommands(seed, [board.Owner.PersonId, bo.PersonId], other.Id);
        var more = new MoreCommands(seed);
        var undos = new Queue<BoardCommand>();
        var first = await board.ReadAsync();
        List<(long Version, BoardSnapshot Board)> seen = [(first.Version, first)];
        for (var i = 0; i < 160; i++)
        {
            var now = seen[^1].Board;
            var command =
                undos.Count > 2 ? undos.Dequeue()
                : i % 4 == 0 ? more.Next(now)
                : commands.Next(now, await other.ReadAsync());
            var result = await database.Commands.HandleAsync(command, i % 3 == 0 ? bo : board.Owner);
            if (result.Undo is { } undo && i % 5 == 0)
            {
                undos.Enqueue(undo);
            }

            var after = await board.ReadAsync();
            if (after.Version > now.Version)
            {
                seen.Add((after.Version, after));
            }
        }

        return seen;
    }

    private static async Task<PromisedParts> PartsAsync(TestBoard board, BoardSnapshot now)
    {
        await using var db = board.Database.CreateDbContext();
        var travellers = await db
            .Activity.Where(e => e.Kind == ActivityKind.CardLeftBoard || e.Kind == ActivityKind.CardJoinedBoard)
            .Select(e => e.CardId!.Value)
            .ToListAsync(TestContext.Current.CancellationToken);
        return new PromisedParts([.. now.Labels.Keys], travellers.ToHashSet());
    }

    private static async Task FollowedAsync(BoardHistoryView view, ChannelReader<bool> extended, long version)
    {
        while (view.Ask(h => h.Now.Version) < version)
        {
            await extended
                .ReadAsync()
                .AsTask()
                .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What <see cref="RandomCommands"/> does not wish for and a tile shows.</summary>
    private sealed class MoreCommands(int seed)
    {
        private readonly Random _random = new(seed);
        private int _count;

        public BoardCommand Next(BoardSnapshot board)
        {
            var column = board.Columns[_random.Next(board.Columns.Length)];
            var cardId =
                board.Cards.Count == 0 ? Guid.Empty : board.Cards.Keys.ElementAt(_random.Next(board.Cards.Count));
            return _random.Next(4) switch
            {
                0 => new SetColumnLimit
                {
                    BoardId = board.Id,
                    ColumnId = column.Id,
                    Limit = _random.Next(2) == 0 ? null : 100 + _random.Next(9),
                },
                1 => new RenameColumn
                {
                    BoardId = board.Id,
                    ColumnId = column.Id,
                    Name = $"Name {++_count}",
                },
                2 => new SetCardStart
                {
                    BoardId = board.Id,
                    CardId = cardId,
                    StartAt = _random.Next(3) == 0 ? null : DateTime.UnixEpoch.AddDays(++_count),
                },
                _ => new AddComment
                {
                    BoardId = board.Id,
                    CardId = cardId,
                    Text = $"Said {++_count}",
                },
            };
        }
    }
}
