namespace LiveBoard.Core.Live;

/// <summary>
/// Things that are opened once however many want them at the same time, and closed a little after the last one has let
/// go. Thread-safe.
/// </summary>
/// <param name="open">Opens what belongs to a key; null when there is none, which is tried again for the next who wants it.</param>
/// <param name="linger">How long a thing stays open that nobody holds.</param>
/// <param name="time">The clock.</param>
/// <param name="onCloseFailed">Told when a thing could not be closed.</param>
internal sealed class HeldOpen<TKey, T>(
    Func<TKey, Task<T?>> open,
    TimeSpan linger,
    TimeProvider time,
    Action<Exception> onCloseFailed
) : IAsyncDisposable
    where TKey : notnull
    where T : class, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, Held> _open = [];

    /// <summary>Number of things that are open or about to be.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _open.Count;
            }
        }
    }

    /// <summary>Those that are open.</summary>
    public IReadOnlyDictionary<TKey, T> Ready
    {
        get
        {
            lock (_gate)
            {
                return _open
                    .Where(held => held.Value.Thing is { IsCompletedSuccessfully: true, Result: not null })
                    .ToDictionary(held => held.Key, held => held.Value.Thing.Result!);
            }
        }
    }

    /// <summary>Holds the thing open until the result is disposed.</summary>
    public Hold Take(TKey key)
    {
        lock (_gate)
        {
            if (!_open.TryGetValue(key, out var held))
            {
                held = new Held(open(key));
                _open.Add(key, held);
            }

            held.Holders++;
            held.Closing?.Dispose();
            held.Closing = null;
            return new Hold(this, key, held);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        List<Held> all;
        lock (_gate)
        {
            all = [.. _open.Values];
            _open.Clear();
        }

        foreach (var held in all)
        {
            await CloseAsync(held);
        }
    }

    private void Release(TKey key, Held held)
    {
        lock (_gate)
        {
            if (--held.Holders > 0 || _open.GetValueOrDefault(key) != held)
            {
                return;
            }

            // Nothing to keep of what does not exist or could not be read; the next visitor tries again.
            if (held.Thing is { IsCompleted: true } and not { IsCompletedSuccessfully: true, Result: not null })
            {
                _open.Remove(key);
                return;
            }

            held.Closing = time.CreateTimer(_ => CloseUnused(key, held), null, linger, Timeout.InfiniteTimeSpan);
        }
    }

    private void CloseUnused(TKey key, Held held)
    {
        lock (_gate)
        {
            if (held.Holders > 0 || _open.GetValueOrDefault(key) != held)
            {
                return;
            }

            _open.Remove(key);
        }

        _ = CloseAsync(held);
    }

    private async Task CloseAsync(Held held)
    {
        held.Closing?.Dispose();
        try
        {
            if (await held.Thing is { } thing)
            {
                await thing.DisposeAsync();
            }
        }
        catch (Exception error)
        {
            onCloseFailed(error);
        }
    }

    /// <summary>One holder's share.</summary>
    internal sealed class Hold(HeldOpen<TKey, T> all, TKey key, Held held) : IDisposable
    {
        private int _isReleased;

        /// <summary>The thing, when it is open; null when there is none.</summary>
        public Task<T?> Thing => held.Thing;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isReleased, 1) == 0)
            {
                all.Release(key, held);
            }
        }
    }

    internal sealed class Held(Task<T?> thing)
    {
        public Task<T?> Thing => thing;

        public int Holders { get; set; }

        public ITimer? Closing { get; set; }
    }
}
