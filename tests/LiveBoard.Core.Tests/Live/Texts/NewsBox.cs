using LiveBoard.Core.Boards;
using LiveBoard.Core.Live.Texts;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Core.Tests.Live.Texts;

/// <summary>What an editor was told, in order.</summary>
internal sealed class NewsBox
{
    private readonly Lock _gate = new();
    private readonly List<CardTextUpdate> _updates = [];
    private int _pointers = -1;

    public List<CardTextUpdate> Updates
    {
        get
        {
            lock (_gate)
            {
                return [.. _updates];
            }
        }
    }

    public Task TakeAsync(CardTextNews news)
    {
        lock (_gate)
        {
            Assert.Equal(_updates.Count, news.From);
            _updates.AddRange(news.Updates);
            _pointers = news.Pointers.Length;
        }

        return Task.CompletedTask;
    }

    /// <summary>Lets time go by until it is like this: news are paced.</summary>
    public Task WaitForAsync(FakeTimeProvider time, Func<List<CardTextUpdate>, bool> isThere) =>
        WaitAsync(time, () => isThere(Updates));

    /// <summary>Lets no time go by: cursors do not last.</summary>
    public Task WaitForPointersAsync(int count) => WaitAsync(() => _pointers == count, () => { });

    private static Task WaitAsync(FakeTimeProvider time, Func<bool> isThere) =>
        WaitAsync(isThere, () => time.Advance(TimeSpan.FromMilliseconds(20)));

    private static async Task WaitAsync(Func<bool> isThere, Action step)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!isThere())
        {
            patience.Token.ThrowIfCancellationRequested();
            step();
            await Task.Yield();
        }
    }
}
