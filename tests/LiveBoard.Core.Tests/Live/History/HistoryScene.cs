using LiveBoard.Core.Boards;
using LiveBoard.Core.Live.History;
using LiveBoard.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveBoard.Core.Tests.Live.History;

/// <summary>What looks back on boards of a test database.</summary>
internal static class HistoryScene
{
    public static BoardHistoryRegistry RegistryOf(TestDatabase database) =>
        new(
            database.Live,
            database.Bus,
            new HistoryReader(database),
            database.Time,
            NullLogger<BoardHistoryRegistry>.Instance
        );

    /// <summary>The past read from the log at once.</summary>
    public static async Task<BoardHistory> ReadAsync(TestDatabase database, Guid boardId)
    {
        var now = await database.ReadAsync(boardId);
        var reader = new HistoryReader(database);
        var entries = await reader.ReadAsync(boardId, 0, now.Version);
        var history = new BoardHistory(now, await reader.ReadStartAsync(now, entries));
        history.Read(entries);
        return history;
    }

    /// <summary>Number of the last moment that a version had seen.</summary>
    public static int MomentOf(BoardHistory history, long version) =>
        history.Moments.TakeWhile(m => m.Version <= version).Count() - 1;

    public static BoardSnapshot AtVersion(BoardHistory history, long version) =>
        history.At(MomentOf(history, version)).Board;
}
