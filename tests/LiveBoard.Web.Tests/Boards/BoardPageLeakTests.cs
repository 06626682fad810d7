using LiveBoard.Core.Live;
using LiveBoard.Web.Components.Boards;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Web.Tests.Boards;

public sealed class BoardPageLeakTests : BoardPageTest
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

    public BoardPageLeakTests() => App.With(services => services.AddSingleton<TimeProvider>(_time));

    [Fact]
    public async Task PagesOpenedAndClosed_LeaveNothingBehind()
    {
        await MakeBoardAsync();
        var presence = App.Services.GetRequiredService<BoardPresence>();
        var clock = App.Services.GetRequiredService<DueClock>();
        var directoryListeners = Bus.DirectoryListenerCount;
        _ = Open(Ada);
        for (var i = 1; i < 100; i++)
        {
            _ = OpenAgain();
        }

        Assert.Equal(100, Live.SubscriptionCount);
        Assert.Equal(1, presence.RoomCount);
        Assert.Equal(100, clock.ListenerCount);
        Assert.Equal(1, Bus.BoardListenerCount);

        await DisposeComponentsAsync();

        Assert.Equal(0, Live.SubscriptionCount);
        Assert.Equal(0, clock.ListenerCount);
        _time.Advance(BoardPresence.Grace);
        Assert.Equal(0, presence.RoomCount);
        _time.Advance(LiveBoardRegistry.Linger);
        Assert.Equal(0, Live.OpenBoardCount);
        Assert.Equal(0, Bus.BoardListenerCount);
        Assert.Equal(directoryListeners, Bus.DirectoryListenerCount);
    }
}
