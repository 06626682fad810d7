using LiveBoard.Core.Live;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Core.Tests.Live;

/// <summary>What one visitor was shown of who is here, in order.</summary>
internal sealed class Sightings(FakeTimeProvider time)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private readonly List<PresenceSnapshot> _shown = [];

    public List<PresenceSnapshot> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _shown];
            }
        }
    }

    public Task NoteAsync(PresenceSnapshot here)
    {
        lock (_gate)
        {
            _shown.Add(here);
        }

        return Task.CompletedTask;
    }

    /// <summary>Lets time go by until the newest sighting is like this: sightings are paced.</summary>
    public async Task WaitForAsync(Func<PresenceSnapshot, bool> isWanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (All is not [.., var last] || !isWanted(last))
        {
            patience.Token.ThrowIfCancellationRequested();
            time.Advance(Step);
            await Task.Yield();
        }
    }
}
