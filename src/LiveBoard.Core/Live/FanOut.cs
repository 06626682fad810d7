using System.Collections.Immutable;

namespace LiveBoard.Core.Live;

/// <summary>
/// Hands one frame to all viewers of a board, as many at a time as there are processors. After a few viewers it goes to
/// the end of the thread pool's queue, so that what those few caused (compressing, sending) is done while it is still in
/// the caches, and the first viewers see the change before the last ones' pages are rendered. A viewer that is busy or
/// waits holds up nobody.
/// </summary>
internal sealed class FanOut(ImmutableArray<LiveBoardSubscription> viewers, LiveBoardFrame frame) : IThreadPoolWorkItem
{
    private const int ViewersPerTurn = 4;

    private int _taken = -1;

    public void Start()
    {
        var workers = Math.Min(Environment.ProcessorCount, viewers.Length);
        for (var i = 0; i < workers; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        for (var i = 0; i < ViewersPerTurn; i++)
        {
            var next = Interlocked.Increment(ref _taken);
            if (next >= viewers.Length)
            {
                return;
            }

            viewers[next].HandOver(frame);
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }
}
