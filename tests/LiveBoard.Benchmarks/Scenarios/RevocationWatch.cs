using System.Diagnostics;
using System.Text;
using LiveBoard.Benchmarks.Circuits;
using LiveBoard.Benchmarks.Servers;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>Notes when a viewer is told that it is over, and what of the board comes afterwards all the same.</summary>
internal sealed class RevocationWatch(string farewell) : IMessageWatch
{
    private readonly byte[] _farewell = Encoding.UTF8.GetBytes(farewell);
    private readonly TaskCompletionSource<long> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _leaked;

    /// <summary>When the words arrived, by <see cref="Stopwatch"/>.</summary>
    public Task<long> Ended => _ended.Task;

    /// <summary>Cards that came after them.</summary>
    public int Leaked => Volatile.Read(ref _leaked);

    public void OnMessage(ReadOnlySpan<byte> message, long arrivedAt)
    {
        if (_ended.Task.IsCompleted)
        {
            while (CardToken.TryTake(ref message, out _))
            {
                Interlocked.Increment(ref _leaked);
            }
        }
        else if (message.IndexOf(_farewell) >= 0)
        {
            _ended.TrySetResult(arrivedAt);
        }
    }
}
