using LiveBoard.Core.Access;
using LiveBoard.Core.Live;

namespace LiveBoard.Testing;

/// <summary>Somebody who looks at a board and remembers what they were shown.</summary>
public sealed class Viewer : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<(Func<LiveBoardUpdate, bool> Wanted, TaskCompletionSource<LiveBoardUpdate> Seen)> _waiting =
    [];
    private readonly List<LiveBoardUpdate> _updates = [];
    private LiveBoardSubscription? _subscription;

    /// <summary>Everything that was handed over so far, in order.</summary>
    public IReadOnlyList<LiveBoardUpdate> Updates
    {
        get
        {
            lock (_gate)
            {
                return [.. _updates];
            }
        }
    }

    /// <summary>Runs before each delivery is acknowledged: a slow viewer waits here.</summary>
    public Func<Task> Painting { get; set; } = () => Task.CompletedTask;

    public LiveBoardSubscription Subscription => _subscription!;

    public static async Task<Viewer> OpenAsync(TestDatabase database, Guid boardId, Actor actor)
    {
        var viewer = new Viewer();
        viewer._subscription =
            await database.Live.SubscribeAsync(boardId, actor, viewer.ShowAsync)
            ?? throw new InvalidOperationException("The viewer may not open the board.");
        viewer.Begin();
        return viewer;
    }

    /// <summary>The same for somebody who came in by a link for guests.</summary>
    public static async Task<Viewer> OpenAsync(TestDatabase database, GuestPass pass)
    {
        var viewer = new Viewer();
        viewer._subscription =
            await database.Live.SubscribeAsync(pass, viewer.ShowAsync)
            ?? throw new InvalidOperationException("The link shows nothing.");
        viewer.Begin();
        return viewer;
    }

    /// <summary>The first frame like this, seen already or to come.</summary>
    public async Task<LiveBoardFrame> WaitForAsync(Func<LiveBoardFrame, bool> isWanted) =>
        (await WaitForUpdateAsync(update => update.Frame is not null && isWanted(update.Frame))).Frame!;

    /// <summary>The first update like this, seen already or to come.</summary>
    public Task<LiveBoardUpdate> WaitForUpdateAsync(Func<LiveBoardUpdate, bool> isWanted)
    {
        lock (_gate)
        {
            if (_updates.Find(u => isWanted(u)) is { } seen)
            {
                return Task.FromResult(seen);
            }

            var waiting = new TaskCompletionSource<LiveBoardUpdate>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((isWanted, waiting));
            return waiting.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_subscription is not null)
        {
            await _subscription.DisposeAsync();
        }
    }

    /// <summary>The first frame comes before all that was handed over while the viewer was still opening.</summary>
    private void Begin()
    {
        lock (_gate)
        {
            _updates.Insert(0, new LiveBoardUpdate(Subscription.First, Subscription.Role));
        }
    }

    private async Task ShowAsync(LiveBoardUpdate update)
    {
        Note(update);
        await Painting();
    }

    private void Note(LiveBoardUpdate update)
    {
        lock (_gate)
        {
            _updates.Add(update);
            foreach (var (isWanted, seen) in _waiting)
            {
                if (isWanted(update))
                {
                    seen.TrySetResult(update);
                }
            }
        }
    }
}
