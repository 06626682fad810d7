using LiveBoard.Core.Boards;
using LiveBoard.Core.Events;
using LiveBoard.Core.Live;
using LiveBoard.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveBoard.Core.Tests.Live;

/// <summary>When exactly a viewer is asked about: the moments that a whole server would hit only now and then.</summary>
public sealed class LiveBoardSubscriptionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly PersonSnapshot _ann = new(Guid.CreateVersion7(), "Ann", 1, IsPlaceholder: false);
    private readonly TaskCompletionSource<LiveBoardUpdate> _shown = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly TaskCompletionSource<Exception> _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _asked;

    [Fact]
    public async Task RightLost_WhileItIsAskedAbout_IsAskedAboutAgain()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var state = await OpenAsync(database);
        LiveBoardSubscription subscription = null!;
        subscription = View(
            state,
            () =>
            {
                if (_asked > 1)
                {
                    return BoardRole.None;
                }

                // The answer is on its way, and already it is not true any more.
                subscription.OnAccessChanged(Everybody, state.Frame);
                return BoardRole.Editor;
            }
        );

        await subscription.CheckAsync();

        Assert.Null((await _shown.Task.WaitAsync(Patience)).Frame);
        await subscription.DisposeAsync();
    }

    [Fact]
    public async Task QuestionThatFailed_IsAskedAgain_BeforeAnythingIsHandedOver()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var state = await OpenAsync(database);
        await using var subscription = View(
            state,
            () => _asked > 1 ? BoardRole.Viewer : throw new InvalidOperationException("The database is away.")
        );
        subscription.OnAccessChanged(Everybody, state.Frame);
        await _failed.Task.WaitAsync(Patience);
        Assert.False(_shown.Task.IsCompleted);

        state.OnVersionSeen(state.Frame.Board.Version, state.Frame.Board.Version);

        Assert.Equal(BoardRole.Viewer, (await _shown.Task.WaitAsync(Patience)).Role);
        Assert.Equal(2, _asked);
    }

    [Theory]
    [InlineData(BoardRole.None)]
    [InlineData(BoardRole.Viewer)]
    public async Task FrameBeforeTheFirstAnswer_AsksForItself(BoardRole answer)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var state = await OpenAsync(database);
        await using var subscription = View(state, () => answer);

        subscription.HandOver(state.Frame);

        var update = await _shown.Task.WaitAsync(Patience);
        Assert.Equal((answer, answer == BoardRole.None, 1), (update.Role, update.Frame is null, _asked));
    }

    private static AccessChanged Everybody => new(PersonId: null, WorkspaceId: null, BoardId: null);

    private static async Task<LiveBoardState> OpenAsync(TestDatabase database)
    {
        var board = await TestBoard.CreateAsync(database);
        return (
            await LiveBoardState.OpenAsync(
                board.Id,
                database.Reader,
                database.Bus,
                NullLogger.Instance,
                CancellationToken.None
            )
        )!;
    }

    private LiveBoardSubscription View(LiveBoardState state, Func<BoardRole> answer)
    {
        var subscription = new LiveBoardSubscription(
            state,
            _ann,
            new LiveViewerCallbacks(
                update =>
                {
                    _shown.TrySetResult(update);
                    return Task.CompletedTask;
                },
                () =>
                {
                    _asked++;
                    return ValueTask.FromResult(answer());
                },
                _ => ValueTask.CompletedTask,
                error => _failed.TrySetResult(error),
                TimeProvider.System
            )
        );
        state.Add(subscription);
        return subscription;
    }
}
