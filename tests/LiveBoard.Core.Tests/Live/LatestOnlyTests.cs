using System.Threading.Channels;
using LiveBoard.Core.Live;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Core.Tests.Live;

/// <summary>A slow consumer gets the newest and holds up nobody; a quick one is not flooded.</summary>
public sealed class LatestOnlyTests : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    private readonly FakeTimeProvider _time = new();
    private readonly Channel<string> _delivered = Channel.CreateUnbounded<string>();
    private readonly List<Exception> _errors = [];
    private readonly LatestOnly<string> _latest;
    private Func<Task> _painting = () => Task.CompletedTask;

    public LatestOnlyTests() => _latest = new LatestOnly<string>(DeliverAsync, _errors.Add, Interval, _time);

    // One that never came to an end is a failure and not a hang.
    public async ValueTask DisposeAsync() => await _latest.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    [Fact]
    public async Task TheFirst_GoesAtOnce()
    {
        _latest.Offer("one");

        Assert.Equal("one", await NextAsync());
    }

    [Fact]
    public async Task WhileBusy_OnlyTheNewestIsKept()
    {
        var painting = new TaskCompletionSource();
        _painting = () => painting.Task;
        _latest.Offer("one");
        Assert.Equal("one", await NextAsync());
        _latest.Offer("two");
        _latest.Offer("three");
        _latest.Offer("four");
        _time.Advance(Interval);

        painting.SetResult();

        // The interval has gone by meanwhile: it comes without any more time.
        Assert.Equal("four", await NextAsync());
        await _latest.DisposeAsync();
        Assert.False(_delivered.Reader.TryRead(out _));
    }

    [Fact]
    public async Task AnOlderOne_ThatComesLate_IsLeftOut_AlsoAfterTheNewerWasDelivered()
    {
        var delivered = new List<string>();
        await using var latest = new LatestOnly<string>(
            value =>
            {
                delivered.Add(value);
                return Task.CompletedTask;
            },
            _errors.Add,
            TimeSpan.Zero,
            _time,
            value => value.Length
        );

        latest.HandOver("22");
        latest.HandOver("1");
        latest.HandOver("21");
        latest.HandOver("333");
        latest.HandOver("23");

        Assert.Equal(["22", "21", "333"], delivered);
    }

    [Fact]
    public async Task ThoseThatFollow_KeepTheInterval()
    {
        _latest.Offer("one");
        var first = (await NextAsync(), At: _time.GetUtcNow());
        _latest.Offer("two");
        Assert.False(_delivered.Reader.TryRead(out _));

        var second = (await LetTimeGoByUntilNextAsync(), At: _time.GetUtcNow());

        Assert.Equal(("one", "two"), (first.Item1, second.Item1));
        Assert.True(second.At - first.At >= Interval, $"The second came after {second.At - first.At}.");
    }

    [Fact]
    public async Task Failure_IsReported_AndTheNextIsDelivered()
    {
        var failure = new InvalidOperationException("The page is gone.");
        _painting = () => throw failure;
        _latest.Offer("one");
        await NextAsync();
        _painting = () => Task.CompletedTask;

        _latest.Offer("two");

        Assert.Equal("two", await LetTimeGoByUntilNextAsync());
        Assert.Equal([failure], _errors);
    }

    [Fact]
    public async Task Disposing_WaitsForTheDeliveryUnderWay_AndLetsNothingFollow()
    {
        var painting = new TaskCompletionSource();
        _painting = () => painting.Task;
        _latest.Offer("one");
        await NextAsync();
        _latest.Offer("two");

        var disposing = _latest.DisposeAsync().AsTask();
        Assert.False(disposing.IsCompleted);
        painting.SetResult();
        await disposing;

        _latest.Offer("three");
        _time.Advance(Interval);
        Assert.False(_delivered.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Disposing_DoesNotWaitOutTheInterval()
    {
        _latest.Offer("one");
        await NextAsync();
        _latest.Offer("two");

        // No time goes by.
        await _latest.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.False(_delivered.Reader.TryRead(out _));
    }

    [Fact]
    public void HandedOver_IsDeliveredOnTheSameThread_BeforeTheGiverGoesOn()
    {
        var thread = 0;
        _painting = () =>
        {
            thread = Environment.CurrentManagedThreadId;
            return Task.CompletedTask;
        };

        _latest.HandOver("one");

        Assert.True(_delivered.Reader.TryRead(out var value));
        Assert.Equal(("one", Environment.CurrentManagedThreadId), (value, thread));
    }

    [Fact]
    public async Task HandedOverWhileBusy_WaitsForTheConsumer_AndNotTheGiverForIt()
    {
        var painting = new TaskCompletionSource();
        _painting = () => painting.Task;

        _latest.HandOver("one");
        _latest.HandOver("two");
        _latest.HandOver("three");
        Assert.Equal("one", await NextAsync());
        Assert.False(_delivered.Reader.TryRead(out _));
        painting.SetResult();

        Assert.Equal("three", await LetTimeGoByUntilNextAsync());
    }

    [Fact]
    public async Task FailureWhileHandedOver_IsReported_AndNotTheGivers()
    {
        var failure = new InvalidOperationException("The page is gone.");
        _painting = () => throw failure;

        _latest.HandOver("one");

        Assert.Equal([failure], _errors);
        _painting = () => Task.CompletedTask;
        _latest.HandOver("two");
        Assert.Equal("one", await NextAsync());
        Assert.Equal("two", await LetTimeGoByUntilNextAsync());
    }

    [Fact]
    public async Task HandedOverAfterDisposing_IsNotDelivered()
    {
        await _latest.DisposeAsync();

        _latest.HandOver("one");

        Assert.False(_delivered.Reader.TryRead(out _));
    }

    /// <summary>Many give at once, on both ways: whoever finds the consumer busy must be sure that it looks once more.</summary>
    [Fact]
    public async Task GivenByManyAtOnce_OneAtATimeIsDelivered_AndNothingComesAfterTheLast()
    {
        const int Givers = 4;
        var inside = 0;
        var most = 0;
        var seen = new List<string>();
        var isLastSeen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var latest = new LatestOnly<string>(
            value =>
            {
                most = Math.Max(most, Interlocked.Increment(ref inside));
                seen.Add(value);
                Interlocked.Decrement(ref inside);
                if (value == "last")
                {
                    isLastSeen.SetResult();
                }

                return Task.CompletedTask;
            },
            _errors.Add,
            TimeSpan.Zero,
            _time
        );
        using var together = new Barrier(Givers);

        await Task.WhenAll(Enumerable.Range(0, Givers).Select(giver => Task.Run(() => Give(giver))));
        latest.HandOver("last");
        await isLastSeen.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await latest.DisposeAsync();

        Assert.Equal((1, "last", 0), (most, seen[^1], _errors.Count));
        for (var giver = 0; giver < Givers; giver++)
        {
            var own = seen.Where(v => v[0] == '0' + giver).Select(v => v[2..]).ToList();
            Assert.Equal(own.Order(StringComparer.Ordinal), own);
        }

        void Give(int giver)
        {
            together.SignalAndWait();
            for (var i = 0; i < 5_000; i++)
            {
                var value = $"{giver} {i:D4}";
                if (i % 2 == 0)
                {
                    latest.Offer(value);
                }
                else
                {
                    latest.HandOver(value);
                }
            }
        }
    }

    private async Task DeliverAsync(string value)
    {
        _delivered.Writer.TryWrite(value);
        await _painting();
    }

    private Task<string> NextAsync() => _delivered.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    private async Task<string> LetTimeGoByUntilNextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        string? next;
        while (!_delivered.Reader.TryRead(out next))
        {
            patience.Token.ThrowIfCancellationRequested();
            _time.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        return next;
    }
}
