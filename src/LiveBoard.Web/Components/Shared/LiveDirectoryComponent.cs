using System.Threading.Channels;
using LiveBoard.Core.Access;
using LiveBoard.Core.Events;
using LiveBoard.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Shared;

/// <summary>
/// A component that shows people, workspaces or lists of boards and keeps them true. On each event that concerns it,
/// it reads the database again as its viewer, so what the viewer may not see any more is gone. One read at a time;
/// whatever happens meanwhile makes one more.
/// </summary>
public abstract class LiveDirectoryComponent : ComponentBase, IAsyncDisposable
{
    /// <summary>The first change is shown at once, later ones no more often than this.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _closing = new();
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private IDisposable? _subscription;
    private Task _following = Task.CompletedTask;

    protected LiveDirectoryComponent() => Closing = _closing.Token;

    /// <summary>Who looks.</summary>
    protected Actor Actor { get; private set; }

    /// <summary>Cancelled when the component goes.</summary>
    protected CancellationToken Closing { get; }

    [Inject]
    private IBoardEventBus Bus { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private CurrentUser CurrentUser { get; set; } = null!;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _subscription?.Dispose();
        await _closing.CancelAsync();
        await _following;
        _closing.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected sealed override async Task OnInitializedAsync()
    {
        Actor = await CurrentUser.GetActorAsync();
        if (RendererInfo.IsInteractive && !Closing.IsCancellationRequested)
        {
            // Before the first read: what is committed in between makes a second one.
            _subscription = Bus.SubscribeDirectory(OnDirectoryEvent);
        }

        await ReadAsync();
        if (_subscription is not null)
        {
            _following = FollowAsync();
        }
    }

    /// <summary>True when the event may change what is shown. Called on the publisher's thread; must only look.</summary>
    protected abstract bool IsConcerned(DirectoryEvent change);

    /// <summary>Reads what is shown, as <see cref="Actor"/>.</summary>
    protected abstract Task ReadAsync();

    /// <summary>Reads again soon, after what is being read now.</summary>
    protected void ReadAgain() => _changes.Writer.TryWrite(true);

    private void OnDirectoryEvent(DirectoryEvent change)
    {
        if (IsConcerned(change))
        {
            ReadAgain();
        }
    }

    private async Task FollowAsync()
    {
        try
        {
            while (await _changes.Reader.ReadAsync(Closing))
            {
                await InvokeAsync(ReadAndShowAsync);
                await Task.Delay(Pause, Time, Closing);
            }
        }
        catch (OperationCanceledException) when (Closing.IsCancellationRequested)
        {
            // The page is closed.
        }
        catch (Exception error)
        {
            await DispatchExceptionAsync(error);
        }
    }

    private async Task ReadAndShowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }
}
