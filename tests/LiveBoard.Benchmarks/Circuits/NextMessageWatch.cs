namespace LiveBoard.Benchmarks.Circuits;

/// <summary>Tells when the next message came that is no answer to a ping.</summary>
internal sealed class NextMessageWatch : IMessageWatch
{
    /// <summary>Pings and acknowledgements are shorter.</summary>
    private const int ShortestNews = 40;

    private TaskCompletionSource<long> _next = new();

    /// <summary>When it was there, by <see cref="System.Diagnostics.Stopwatch"/>.</summary>
    public Task<long> Arrived => _next.Task;

    public void Arm() => _next = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);

    public void OnMessage(ReadOnlySpan<byte> message, long arrivedAt)
    {
        if (message.Length >= ShortestNews)
        {
            _next.TrySetResult(arrivedAt);
        }
    }
}
