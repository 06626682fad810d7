using LiveBoard.Core.Access;
using LiveBoard.Core.Events;
using LiveBoard.Core.Live;

namespace LiveBoard.Core.Dashboards;

/// <summary>
/// One viewer's look at a dashboard, until it is disposed. Which boards' numbers it shows is asked anew whenever somebody's
/// rights change or a board comes or goes; what may not be seen any more goes before the question is asked. Belongs to
/// the page.
/// </summary>
public sealed class DashboardView : IAsyncDisposable
{
    private readonly DashboardViewer _viewer;
    private readonly Func<DashboardPicture, Task> _onPicture;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly LatestOnly<DirectoryEvent> _asking;
    private IDisposable? _listening;
    private DashboardLook? _look;
    private bool _isClosed;

    private DashboardView(
        DashboardViewer viewer,
        Func<DashboardPicture, Task> onPicture,
        TimeProvider time,
        Action<Exception> onError
    )
    {
        (_viewer, _onPicture) = (viewer, onPicture);
        _asking = new LatestOnly<DirectoryEvent>(
            _ => AskAsync(),
            error =>
            {
                // A page that closes ends its question with it.
                if (error is not OperationCanceledException)
                {
                    onError(error);
                }
            },
            TimeSpan.Zero,
            time
        );
    }

    /// <summary>The boards whose numbers are shown.</summary>
    public IReadOnlyList<DashboardSource> Sources => Volatile.Read(ref _look)?.Sources ?? [];

    /// <summary>What is shown now; nothing while it is asked what may be.</summary>
    public DashboardPicture Picture => Volatile.Read(ref _look)?.Numbers.Picture ?? DashboardPicture.Empty;

    /// <summary>Begins to look; null when the viewer may not open the dashboard or there is none.</summary>
    internal static async Task<DashboardView?> OpenAsync(
        DashboardViewer viewer,
        Func<DashboardPicture, Task> onPicture,
        IBoardEventBus bus,
        TimeProvider time,
        Action<Exception> onError
    )
    {
        var view = new DashboardView(viewer, onPicture, time, onError);
        // Listening before asking: a right that is lost in between is not missed.
        view._listening = bus.SubscribeDirectory(view.OnDirectory);
        try
        {
            await view.AskAsync();
        }
        finally
        {
            if (view._look is null)
            {
                await view.DisposeAsync();
            }
        }

        return view._look is null ? null : view;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _listening?.Dispose();
        await _asking.DisposeAsync();
        _isClosed = true;
        if (Interlocked.Exchange(ref _look, null) is { } look)
        {
            await look.DisposeAsync();
        }
    }

    private void OnDirectory(DirectoryEvent change)
    {
        var isConcerned = change switch
        {
            // A guest's right is that of whoever made the link.
            AccessChanged access => access.PersonId is null
                || _viewer.PersonId is null
                || access.PersonId == _viewer.PersonId,
            BoardListed listed => _look?.Numbers.WorkspaceId is not { } workspace || listed.WorkspaceId == workspace,
            _ => false,
        };
        if (isConcerned)
        {
            _asking.Offer(change);
        }
    }

    private async Task AskAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (_isClosed)
            {
                return;
            }

            var before = Interlocked.Exchange(ref _look, null);
            if (before is not null)
            {
                await before.DisposeAsync();
                await _onPicture(DashboardPicture.Empty);
            }

            var look = await _viewer.LookAsync(_onPicture);
            Volatile.Write(ref _look, look);
            if (before is not null && look is not null)
            {
                await _onPicture(look.Numbers.Picture);
            }
        }
        finally
        {
            _turn.Release();
        }
    }
}

/// <summary>Who looks.</summary>
/// <param name="PersonId">The person; null for a guest.</param>
/// <param name="LookAsync">Asks which boards they may read and opens their numbers; null when they may not look.</param>
internal sealed record DashboardViewer(
    Guid? PersonId,
    Func<Func<DashboardPicture, Task>, Task<DashboardLook?>> LookAsync
);

/// <summary>Numbers of the boards that a viewer may read, until the next question.</summary>
/// <param name="Numbers">The numbers.</param>
/// <param name="Sources">The boards.</param>
/// <param name="Hold">Keeps them open.</param>
/// <param name="Subscription">Hands over what is new.</param>
internal sealed record DashboardLook(
    DashboardNumbers Numbers,
    IReadOnlyList<DashboardSource> Sources,
    IDisposable Hold,
    IAsyncDisposable Subscription
) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Subscription.DisposeAsync();
        Hold.Dispose();
    }
}
