using LiveBoard.Core.Boards;
using LiveBoard.Core.Dashboards.Flow;
using LiveBoard.Core.Events;
using LiveBoard.Core.Live;
using Microsoft.Extensions.Logging;

namespace LiveBoard.Core.Dashboards;

/// <summary>
/// The flow of one board, kept up as it changes and shared by all dashboards that show it. Follows the board's frames; the
/// log's entries come with the change sets, and what was missed is read from the database. Thread-safe; belongs to
/// <see cref="NumbersRegistry"/>.
/// </summary>
public sealed partial class BoardNumbers : IAsyncDisposable
{
    /// <summary>Entries that are kept to be shown.</summary>
    public const int RecentCount = 50;

    private readonly FlowReader _reader;
    private readonly ILogger _logger;
    private readonly FlowLedger _ledger;
    private readonly Dictionary<object, object?> _answers = [];
    private readonly ListenerSet<BoardNumbers> _listeners = new();
    private readonly Lock _gate = new();
    private ActivityNews? _news;
    private LiveBoardSubscription? _following;
    private BoardSnapshot _board = null!;
    private IReadOnlyList<RecentActivity> _recent = [];
    private long _version;

    private BoardNumbers(FlowReader reader, FlowCalendar calendar, ILogger logger)
    {
        _reader = reader;
        _logger = logger;
        _ledger = new FlowLedger(calendar);
    }

    /// <summary>The board as it was when the numbers were last brought up to date.</summary>
    public BoardSnapshot Board => Volatile.Read(ref _board);

    /// <summary>What people did lately, newest first.</summary>
    public IReadOnlyList<RecentActivity> Recent => Volatile.Read(ref _recent);

    /// <summary>Opens the numbers of a board; null when there is no such board.</summary>
    internal static async Task<BoardNumbers?> OpenAsync(
        Guid boardId,
        LiveBoardRegistry boards,
        IBoardEventBus bus,
        FlowReader reader,
        FlowCalendar calendar,
        ILogger logger
    )
    {
        var numbers = new BoardNumbers(reader, calendar, logger);
        // Listening before reading: what is committed meanwhile is in the one or the other.
        numbers._news = new ActivityNews(boardId, bus);
        var first = new TaskCompletionSource();
        try
        {
            numbers._following = await boards.FollowAsync(
                boardId,
                async frame =>
                {
                    await first.Task;
                    await numbers.ShowAsync(frame.Board);
                }
            );
            if (numbers._following is null)
            {
                await numbers.DisposeAsync();
                return null;
            }

            foreach (var (columnId, stage) in await reader.ReadStagesAsync(boardId))
            {
                numbers._ledger.SetStage(columnId, stage);
            }

            await numbers.ShowAsync(numbers._following.First.Board);
            return numbers;
        }
        finally
        {
            first.SetResult();
        }
    }

    /// <summary>Listens until disposed; called on the thread that brought the numbers up to date, must only hand over and return.</summary>
    public IDisposable Subscribe(Action<BoardNumbers> listener) => _listeners.Add(listener);

    /// <summary>Asks something of the board and its flow, once for each version however many ask.</summary>
    /// <param name="question">What is asked, comparable by value: the same question has the same answer.</param>
    /// <param name="answer">Works it out; must keep neither of what it is given.</param>
    public T Ask<T>(object question, Func<BoardSnapshot, FlowLedger, T> answer)
    {
        lock (_gate)
        {
            if (!_answers.TryGetValue(question, out var known))
            {
                _answers[question] = known = answer(_board, _ledger);
            }

            return (T)known!;
        }
    }

    /// <summary>Looks at the board and its flow, for what depends on the moment as well and is not worth remembering.</summary>
    /// <param name="answer">Works it out; must keep neither of what it is given.</param>
    public T Look<T>(Func<BoardSnapshot, FlowLedger, T> answer)
    {
        lock (_gate)
        {
            return answer(_board, _ledger);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _news?.Dispose();
        if (_following is { } following)
        {
            await following.DisposeAsync();
        }
    }

    private async Task ShowAsync(BoardSnapshot board)
    {
        try
        {
            await CatchUpAsync(board);
        }
        catch (Exception error)
        {
            // The numbers stay as they were; the next frame tries again from there.
            LogCatchUpFailed(error, board.Id);
            return;
        }

        foreach (var listener in _listeners.Current)
        {
            listener(this);
        }
    }

    private async Task CatchUpAsync(BoardSnapshot board)
    {
        var isNew = board.Version > _version;
        var entries = isNew ? await EntriesAsync(board) : [];
        var recent = isNew ? await RecentAsync(board, entries) : _recent;
        lock (_gate)
        {
            foreach (var column in board.Columns)
            {
                _ledger.SetStage(column.Id, column.Stage);
            }

            foreach (var entry in entries)
            {
                _ledger.Apply(entry);
            }

            Volatile.Write(ref _board, board);
            Volatile.Write(ref _recent, recent);
            _version = board.Version;
            _answers.Clear();
        }
    }

    /// <summary>The log since the version that is known: as it was told, or from the database when a part of it was not.</summary>
    private async Task<IReadOnlyList<ActivityEntry>> EntriesAsync(BoardSnapshot board) =>
        _news!.Take(_version, board.Version) ?? await _reader.ReadAsync(board.Id, _version, board.Version);

    private async Task<IReadOnlyList<RecentActivity>> RecentAsync(
        BoardSnapshot board,
        IReadOnlyList<ActivityEntry> entries
    ) => _version > 0 && entries.Count == 0 ? _recent : await _reader.ReadRecentAsync(board.Id, RecentCount);

    [LoggerMessage(
        LogLevel.Error,
        "The numbers of board {BoardId} could not be brought up to date; it is tried again."
    )]
    private partial void LogCatchUpFailed(Exception error, Guid boardId);
}

/// <summary>Something that somebody did on a board.</summary>
/// <param name="BoardId">The board.</param>
/// <param name="Entry">What.</param>
/// <param name="CardNumber">The card's number; null when it was done to no card, or to one that is gone.</param>
/// <param name="CardTitle">The card's title.</param>
public sealed record RecentActivity(Guid BoardId, ActivityDetails Entry, int? CardNumber, string? CardTitle);
