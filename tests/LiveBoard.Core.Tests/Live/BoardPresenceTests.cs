using LiveBoard.Core.Boards;
using LiveBoard.Core.Live;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Core.Tests.Live;

/// <summary>Who is here: people, not windows; and a reload is not a leaving.</summary>
public sealed class BoardPresenceTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly FakeTimeProvider _time = new();
    private readonly BoardPresence _presence;
    private readonly Guid _board = Guid.CreateVersion7();
    private readonly PersonSnapshot _ann = Person("Ann");
    private readonly PersonSnapshot _bo = Person("Bo");

    public BoardPresenceTests() => _presence = new BoardPresence(_time, NullLogger<BoardPresence>.Instance);

    [Fact]
    public async Task WhoeverEnters_IsSeenByAll_InOrderOfName()
    {
        var seen = new Sightings(_time);
        await using var bo = _presence.Enter(_board, _bo, seen.NoteAsync);
        await seen.WaitForAsync(here => Names(here) is ["Bo"]);

        await using var ann = _presence.Enter(_board, _ann, _ => Task.CompletedTask);

        await seen.WaitForAsync(here => Names(here) is ["Ann", "Bo"]);
        Assert.Equal(["Ann", "Bo"], await LookAsync());
    }

    [Fact]
    public async Task SeveralWindows_OfOnePerson_AreOnePerson_WithTheCardOfAnyOfThem()
    {
        await using var first = _presence.Enter(_board, _ann, _ => Task.CompletedTask);
        await using var second = _presence.Enter(_board, _ann, _ => Task.CompletedTask);
        var card = Guid.CreateVersion7();
        first.MoveTo(openCard: 7, heldCard: null);
        second.MoveTo(openCard: null, heldCard: card);

        var ann = Assert.Single((await LookAtAllAsync()).People, p => p.Person == _ann);

        Assert.Equal((7, card), (ann.OpenCard, ann.HeldCard));
        await second.DisposeAsync();
        _time.Advance(BoardPresence.Grace);
        ann = Assert.Single((await LookAtAllAsync()).People, p => p.Person == _ann);
        Assert.Equal((7, null), (ann.OpenCard, ann.HeldCard));
    }

    /// <summary>B-19: a browser that says so a thousand times a second is not passed on a thousand times.</summary>
    [Fact]
    public async Task VisitorWhoIsEverywhereAtOnce_IsToldTwentyTimesASecond_AndThenWhereTheyEndedUp()
    {
        var time = new TimerCounter();
        var presence = new BoardPresence(time, NullLogger<BoardPresence>.Instance);
        var seen = new Sightings(time);
        await using var bo = presence.Enter(_board, _bo, seen.NoteAsync);
        await using var ann = presence.Enter(_board, _ann, _ => Task.CompletedTask);
        for (var i = 1; i <= BoardVisit.MaxMovesPerSecond; i++)
        {
            ann.MoveTo(openCard: i, heldCard: null);
        }

        Assert.Equal(0, time.SecondsSet);
        for (var i = 100; i <= 1000; i++)
        {
            ann.MoveTo(openCard: i, heldCard: null);
        }

        // One telling is put off, in place of nine hundred.
        Assert.Equal(1, time.SecondsSet);
        await seen.WaitForAsync(here => here.People.Any(p => p.OpenCard == 1000));
    }

    [Fact]
    public async Task WhoeverLeaves_IsShownForTheGrace_AndNotLonger()
    {
        await using var bo = _presence.Enter(_board, _bo, _ => Task.CompletedTask);
        var ann = _presence.Enter(_board, _ann, _ => Task.CompletedTask);
        await ann.DisposeAsync();

        _time.Advance(BoardPresence.Grace - Tick);
        Assert.Equal(["Ann", "Bo"], await LookAsync());
        _time.Advance(Tick);
        Assert.Equal(["Bo"], await LookAsync());
    }

    [Fact]
    public async Task LeavingForGood_IsToldToTheOthers()
    {
        var seen = new Sightings(_time);
        await using var bo = _presence.Enter(_board, _bo, seen.NoteAsync);
        var ann = _presence.Enter(_board, _ann, _ => Task.CompletedTask);
        await seen.WaitForAsync(here => Names(here) is ["Ann", "Bo"]);
        await ann.DisposeAsync();

        _time.Advance(BoardPresence.Grace);

        await seen.WaitForAsync(here => Names(here) is ["Bo"]);
    }

    [Fact]
    public async Task Reload_IsNotSeenAsLeaving()
    {
        var seen = new Sightings(_time);
        await using var bo = _presence.Enter(_board, _bo, seen.NoteAsync);
        var ann = _presence.Enter(_board, _ann, _ => Task.CompletedTask);
        await seen.WaitForAsync(here => Names(here) is ["Ann", "Bo"]);
        for (var reload = 0; reload < 5; reload++)
        {
            await ann.DisposeAsync();
            _time.Advance(BoardPresence.Grace - Tick);
            Assert.Equal(["Ann", "Bo"], await LookAsync());
            ann = _presence.Enter(_board, _ann, _ => Task.CompletedTask);
            _time.Advance(BoardPresence.Grace);
            Assert.Equal(["Ann", "Bo"], await LookAsync());
        }

        ann.MoveTo(openCard: 3, heldCard: null);
        await seen.WaitForAsync(here => here.People.Any(p => p.OpenCard == 3));
        Assert.All(seen.All.Select(Names).SkipWhile(n => n.Length < 2), n => Assert.Equal(["Ann", "Bo"], n));
        await ann.DisposeAsync();
    }

    [Fact]
    public async Task Leaving_WhileDragging_IsToldAtOnce_AndTheOpenCardStaysForTheGrace()
    {
        var ann = _presence.Enter(_board, _ann, _ => Task.CompletedTask);
        ann.MoveTo(openCard: 7, heldCard: Guid.CreateVersion7());
        var seen = new Sightings(_time);
        await using var bo = _presence.Enter(_board, _bo, seen.NoteAsync);
        await seen.WaitForAsync(here => here.People.Any(p => p.HeldCard is not null));

        await ann.DisposeAsync();

        await seen.WaitForAsync(here => here.People.All(p => p.HeldCard is null));
        Assert.Equal(7, Assert.Single((await LookAtAllAsync()).People, p => p.Person == _ann).OpenCard);
    }

    [Fact]
    public async Task LastOneOut_LeavesNoRoom_AndTheNextOneFindsANewOne()
    {
        var ann = _presence.Enter(_board, _ann, _ => Task.CompletedTask);
        await ann.DisposeAsync();
        Assert.Equal(1, _presence.RoomCount);
        _time.Advance(BoardPresence.Grace);
        Assert.Equal(0, _presence.RoomCount);

        await using var bo = _presence.Enter(_board, _bo, _ => Task.CompletedTask);

        Assert.Equal(["Bo"], await LookAsync());
    }

    [Fact]
    public async Task OtherBoards_AreOtherRooms()
    {
        await using var ann = _presence.Enter(Guid.CreateVersion7(), _ann, _ => Task.CompletedTask);
        await using var bo = _presence.Enter(_board, _bo, _ => Task.CompletedTask);

        Assert.Equal(["Bo"], await LookAsync());
    }

    [Fact]
    public async Task WhoeverCannotBeShown_HoldsUpNobody()
    {
        await using var broken = _presence.Enter(_board, _ann, _ => throw new InvalidOperationException("No page."));
        var seen = new Sightings(_time);
        await using var bo = _presence.Enter(_board, _bo, seen.NoteAsync);

        await seen.WaitForAsync(here => Names(here) is ["Ann", "Bo"]);
    }

    private static PersonSnapshot Person(string name) => new(Guid.CreateVersion7(), name, 1, IsPlaceholder: false);

    private static string[] Names(PresenceSnapshot here) =>
        [.. here.People.Select(p => p.Person.Name).Where(name => name != "Onlooker")];

    private async Task<string[]> LookAsync() => Names(await LookAtAllAsync());

    /// <summary>What somebody who comes in now is shown first.</summary>
    private async Task<PresenceSnapshot> LookAtAllAsync()
    {
        var first = new TaskCompletionSource<PresenceSnapshot>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var look = _presence.Enter(
            _board,
            Person("Onlooker"),
            here =>
            {
                first.TrySetResult(here);
                return Task.CompletedTask;
            }
        );
        return await first.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Counts the timers that are set to a second.</summary>
    private sealed class TimerCounter : FakeTimeProvider
    {
        public int SecondsSet { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            SecondsSet += dueTime == TimeSpan.FromSeconds(1) ? 1 : 0;
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
