using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Live;
using LiveBoard.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Core.Tests.Live;

/// <summary>One frame goes to all viewers of a board, whatever one of them does meanwhile.</summary>
public sealed class FanOutTests : IAsyncLifetime
{
    private const int Many = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly List<Audience> _audiences = [];
    private TestDatabase _database = null!;
    private LiveBoardState _state = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(_database);
        _state = (
            await LiveBoardState.OpenAsync(board.Id, _database.Reader, _database.Bus, NullLogger.Instance, default)
        )!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var audience in _audiences)
        {
            await audience.DisposeAsync();
        }

        await _state.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(Many)]
    public async Task EveryViewer_IsHandedTheFrame_AndOnceOnly(int viewers)
    {
        var audience = Gather(viewers);

        new FanOut(audience.Seats, _state.Frame).Start();

        await audience.WaitForAsync(viewers);
        // A second one would wait for the end of the interval.
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.All(audience.Counts, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task ViewersThatFail_StopNobody_AndEachFailureIsReported()
    {
        var audience = Gather(
            Many,
            seat => seat % 3 == 0 ? throw new InvalidOperationException($"{seat}") : Task.CompletedTask
        );

        new FanOut(audience.Seats, _state.Frame).Start();

        await audience.WaitForAsync(Many);
        await audience.DisposeAsync();
        Assert.All(audience.Counts, count => Assert.Equal(1, count));
        Assert.Equal((Many + 2) / 3, audience.Errors);
    }

    [Fact]
    public async Task ViewersThatWait_HoldUpNobody()
    {
        var painting = new TaskCompletionSource();
        var audience = Gather(Many, _ => painting.Task);
        try
        {
            new FanOut(audience.Seats, _state.Frame).Start();

            await audience.WaitForAsync(Many);
        }
        finally
        {
            // Leaving waits for them.
            painting.SetResult();
        }
    }

    [Fact]
    public async Task AnOlderFrame_ThatIsServedLater_ReachesNobody()
    {
        var audience = Gather(Many);
        var newer = _state.Frame with { Number = _state.Frame.Number + 1 };

        new FanOut(audience.Seats, newer).Start();
        await audience.WaitForAsync(Many);
        _time.Advance(TimeSpan.FromSeconds(1));
        new FanOut(audience.Seats, _state.Frame).Start();
        new FanOut(audience.Seats, newer with { Number = newer.Number + 1 }).Start();

        await audience.WaitForAsync(Many);
        Assert.All(audience.Counts, count => Assert.Equal(2, count));
        Assert.All(audience.Last, number => Assert.Equal(newer.Number + 1, number));
    }

    [Fact]
    public async Task ViewerThatLeavesBeforeItsTurn_IsHandedNothing_AndTheOthersAre()
    {
        using var hasLeft = new ManualResetEventSlim();
        Audience audience = null!;
        audience = Gather(
            Many,
            seat =>
            {
                if (seat == 0)
                {
                    // Nothing is under way in it, so that it leaves at once.
                    _ = audience.Seats[^1].DisposeAsync().AsTask();
                    hasLeft.Set();
                }

                // Nobody goes on to the last seat before it is empty.
                Assert.True(hasLeft.Wait(Patience));
                return Task.CompletedTask;
            }
        );

        new FanOut(audience.Seats, _state.Frame).Start();

        await audience.WaitForAsync(Many - 1);
        await audience.DisposeAsync();
        Assert.All(audience.Counts[..^1], count => Assert.Equal(1, count));
        Assert.Equal((0, 0), (audience.Counts[^1], audience.Errors));
    }

    private Audience Gather(int seats, Func<int, Task>? paint = null)
    {
        var audience = new Audience(_state, _time, seats, paint ?? (_ => Task.CompletedTask));
        _audiences.Add(audience);
        return audience;
    }

    /// <summary>Viewers in their seats, and what each of them was handed.</summary>
    private sealed class Audience : IAsyncDisposable
    {
        private readonly SemaphoreSlim _handed = new(0);
        private int _errors;

        public Audience(LiveBoardState state, TimeProvider time, int seats, Func<int, Task> paint)
        {
            Counts = new int[seats];
            Last = new long[seats];
            Seats = [.. Enumerable.Range(0, seats).Select(seat => Seat(state, time, seat, paint))];
        }

        public ImmutableArray<LiveBoardSubscription> Seats { get; }

        public int[] Counts { get; }

        /// <summary>The number of the frame that each was handed last.</summary>
        public long[] Last { get; }

        public int Errors => Volatile.Read(ref _errors);

        public async Task WaitForAsync(int deliveries)
        {
            for (var i = 0; i < deliveries; i++)
            {
                Assert.True(await _handed.WaitAsync(Patience), $"{i} of {deliveries} deliveries came.");
            }
        }

        public async ValueTask DisposeAsync() =>
            await Task.WhenAll(Seats.Select(seat => seat.DisposeAsync().AsTask())).WaitAsync(Patience);

        private LiveBoardSubscription Seat(LiveBoardState state, TimeProvider time, int seat, Func<int, Task> paint) =>
            new(
                state,
                new PersonSnapshot(Guid.CreateVersion7(), "Ann", 1, IsPlaceholder: false),
                new LiveViewerCallbacks(
                    update =>
                    {
                        Volatile.Write(ref Last[seat], update.Frame!.Number);
                        Interlocked.Increment(ref Counts[seat]);
                        _handed.Release();
                        return paint(seat);
                    },
                    () => ValueTask.FromResult(BoardRole.Editor),
                    _ => ValueTask.CompletedTask,
                    _ => Interlocked.Increment(ref _errors),
                    time
                )
            );
    }
}
