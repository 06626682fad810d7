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
    private readonly FlowCheckpoints _checkpoints;
    private readonly FlowCalendar _calendar;
    private readonly ILogger _logger;
    private readonly Dictionary<object, object?> _answers = [];
    private readonly ListenerSet<BoardNumbers> _listeners = new();
    private readonly Lock _gate = new();
    private ActivityNews? _news;
    private LiveBoardSubscription? _following;
    private FlowLedger _ledger = null!;
    private BoardSnapshot _board = null!;
    private IReadOnlyList<RecentActivity> _recent = [];
    private long _version;
    private int _notKept;
    private Task _keeping = Task.CompletedTask;

    private BoardNumbers(FlowReader reader, FlowCheckpoints checkpoints, FlowCalendar calendar, ILogger logger)
    {
        _reader = reader;
        _checkpoints = checkpoints;
        _calendar = calendar;
        _logger = logger;
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
        FlowCheckpoints checkpoints,
        FlowCalendar calendar,
        ILogger logger
    )
    {
        var numbers = new BoardNumbers(reader, checkpoints, calendar, logger);
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

            await numbers.BeginAsync(numbers._following.First.Board);
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

        await _keeping;
    }

    private async Task BeginAsync(BoardSnapshot board)
    {
        (_ledger, _notKept) = await _checkpoints.OpenAsync(board.Id, board.Version, _calendar);
        _recent = await _reader.ReadRecentAsync(board.Id, RecentCount);
        _board = board;
        _version = board.Version;
        Keep();
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
        // What was not told is read, and only what moved cards: something else may have been done as well.
        var told = board.Version > _version ? _news!.Take(_version, board.Version) : [];
        var entries = told ?? await ReadAsync(board);
        var recent = told is { Count: 0 } ? _recent : await _reader.ReadRecentAsync(board.Id, RecentCount);
        lock (_gate)
        {
            foreach (var column in board.Columns)
            {
                _ledger.SetStage(column.Id, column.Stage);
            }

            _ledger.Apply(entries);
            Volatile.Write(ref _board, board);
            Volatile.Write(ref _recent, recent);
            _version = board.Version;
            _answers.Clear();
        }

        _notKept += entries.Count;
        Keep();
    }

    /// <summary>Keeps the ledger when it has come far enough since it was kept last.</summary>
    private void Keep()
    {
        if (_notKept < FlowCheckpoints.Interval || !_keeping.IsCompleted)
        {
            return;
        }

        byte[] ledger;
        long version;
        lock (_gate)
        {
            (ledger, version) = (FlowLedgerBytes.Write(_ledger), _version);
        }

        _notKept = 0;
        _keeping = Task.Run(() => _checkpoints.KeepAsync(_board.Id, version, ledger));
    }

    private async Task<IReadOnlyList<ActivityEntry>> ReadAsync(BoardSnapshot board)
    {
        var entries = new List<ActivityEntry>();
        await foreach (var batch in _reader.ReadAsync(board.Id, _version, board.Version))
        {
            entries.AddRange(batch);
        }

        return entries;
    }

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
