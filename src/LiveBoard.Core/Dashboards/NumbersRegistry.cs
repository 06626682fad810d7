using LiveBoard.Core.Dashboards.Flow;
using LiveBoard.Core.Events;
using LiveBoard.Core.Live;
using Microsoft.Extensions.Logging;

namespace LiveBoard.Core.Dashboards;

/// <summary>
/// The numbers of all boards that a dashboard shows: one set for each board, however many dashboards and viewers there are,
/// kept a little longer than the last of them. Thread-safe; lives as long as the application.
/// </summary>
public sealed partial class NumbersRegistry : IAsyncDisposable
{
    private readonly ILogger<NumbersRegistry> _logger;
    private readonly HeldOpen<Guid, BoardNumbers> _open;

    /// <summary>The registry of an application.</summary>
    public NumbersRegistry(
        LiveBoardRegistry boards,
        IBoardEventBus bus,
        FlowReader reader,
        FlowCheckpoints checkpoints,
        FlowCalendar calendar,
        TimeProvider time,
        ILogger<NumbersRegistry> logger
    )
    {
        _logger = logger;
        _open = new HeldOpen<Guid, BoardNumbers>(
            boardId => BoardNumbers.OpenAsync(boardId, boards, bus, reader, checkpoints, calendar, logger),
            LiveBoardRegistry.Linger,
            time,
            LogCloseFailed
        );
    }

    /// <summary>Number of boards whose numbers are held.</summary>
    public int OpenCount => _open.Count;

    /// <summary>Holds the numbers of a board until the result is disposed.</summary>
    internal HeldOpen<Guid, BoardNumbers>.Hold Take(Guid boardId) => _open.Take(boardId);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _open.DisposeAsync();

    [LoggerMessage(LogLevel.Error, "Numbers that nobody needs any more could not be closed.")]
    private partial void LogCloseFailed(Exception error);
}
