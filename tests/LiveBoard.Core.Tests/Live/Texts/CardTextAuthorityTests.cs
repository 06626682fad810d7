using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Live.Texts;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Core.Tests.Live.Texts;

/// <summary>Who may type, in which order it counts, and that what was acknowledged is there.</summary>
public sealed class CardTextAuthorityTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private Guid _card;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(time: _time);
        _board = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 1);
        _card = (await _board.ReadAsync()).Columns[0].Cards[0].Id;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task WhatIsTyped_IsStoredAtOnce_AndOnTheBoardWhenPeoplePause()
    {
        await using var ada = await OpenAsync();
        var version = (await _board.ReadAsync()).Version;

        var first = await ada.PushAsync(0, "ada", [Insert("", 0, "Hello")], Cancellation);
        var second = await ada.PushAsync(1, "ada", [Insert("Hello", 5, " you")], Cancellation);

        Assert.Equal((PushOutcome.Done, PushOutcome.Done), (first.Outcome, second.Outcome));
        Assert.Equal(["Hello", "Hello you"], await HistoryAsync());
        Assert.Equal(version, (await _board.ReadAsync()).Version);
        _time.Advance(CardTextTimes.Quiet);
        await WaitForDescriptionAsync("Hello you");
        Assert.Equal(version + 1, (await _board.ReadAsync()).Version);
    }

    [Fact]
    public async Task WhoeverNeverPauses_IsOnTheBoardAfterAWhile()
    {
        await using var ada = await OpenAsync();
        var text = "";
        for (var i = 0; i < 11; i++)
        {
            await ada.PushAsync(i, "ada", [Insert(text, i, "x")], Cancellation);
            text += "x";
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        await WaitForDescriptionAsync(text => text.Length >= 10);
    }

    [Fact]
    public async Task OfTwoForTheSameText_OneIsTaken_AndTheOtherIsToldOfIt()
    {
        await using var ada = await OpenAsync();
        await using var bo = await OpenAsync();
        await ada.PushAsync(0, "ada", [Insert("", 0, "Ada")], Cancellation);

        var behind = await bo.PushAsync(0, "bo", [Insert("", 0, "Bo")], Cancellation);

        Assert.Equal(PushOutcome.Behind, behind.Outcome);
        var missed = Assert.Single(behind.Updates);
        Assert.Equal(("ada", 1L), (missed.ClientId, missed.Version));
        Assert.Equal(["Ada"], await HistoryAsync());
    }

    [Theory]
    [InlineData("[[0,\"x\"]]", true)]
    [InlineData("[1,[0,\"x\"]]", false)]
    [InlineData("[[1]]", false)]
    [InlineData("[[0,\"\\u0000\"]]", false)]
    [InlineData("[[0,\"a\\u0007\"]]", false)]
    [InlineData("nonsense", false)]
    public async Task WhatIsNoChangeOfThisText_IsRefused_AndLeavesNothing(string json, bool isTaken)
    {
        await using var ada = await OpenAsync();

        var result = await ada.PushAsync(0, "ada", [json], Cancellation);

        Assert.Equal(isTaken ? PushOutcome.Done : PushOutcome.Invalid, result.Outcome);
        Assert.Equal(isTaken ? 1 : 0, (await HistoryAsync()).Count);
    }

    [Fact]
    public async Task LongTexts_AndManyChanges_AreRefusedAsAWhole()
    {
        await using var ada = await OpenAsync();
        var most = new string('x', Card.MaxDescriptionLength);

        Assert.Equal(
            PushOutcome.Invalid,
            (await ada.PushAsync(0, "a", [Insert("", 0, most + "x")], Cancellation)).Outcome
        );
        Assert.Equal(
            PushOutcome.Invalid,
            (await ada.PushAsync(0, "a", [Insert("", 0, "x"), Insert("", 0, "y")], Cancellation)).Outcome
        );
        Assert.Equal(PushOutcome.Invalid, (await ada.PushAsync(5, "a", [Insert("", 0, "x")], Cancellation)).Outcome);
        Assert.Empty(await HistoryAsync());
        Assert.Equal(PushOutcome.Done, (await ada.PushAsync(0, "a", [Insert("", 0, most)], Cancellation)).Outcome);
    }

    [Fact]
    public async Task RightThatGoes_IsGoneWithTheNextKey()
    {
        var bo = await _database.AddUserAsync(_board.WorkspaceId);
        await using var session = (await _database.Texts.OpenAsync(bo, _board.Id, _card, Ignore, Cancellation))!;
        await session.PushAsync(0, "bo", [Insert("", 0, "Bo was here")], Cancellation);

        await _board.DoAsync(Access(BoardRole.Viewer));
        var refused = await session.PushAsync(1, "bo", [Insert("Bo was here", 0, "x")], Cancellation);

        Assert.Equal(PushOutcome.NotAllowed, refused.Outcome);
        Assert.Null(await _database.Texts.OpenAsync(bo, _board.Id, _card, Ignore, Cancellation));
        Assert.Equal(["Bo was here"], await HistoryAsync());
    }

    /// <summary>Import, API, grid, undo: what they put there comes into open editors as an edit, and nothing typed is lost unseen.</summary>
    [Fact]
    public async Task DescriptionSetByAnotherWay_ArrivesAsAnEdit()
    {
        var news = new NewsBox();
        await using var ada = (
            await _database.Texts.OpenAsync(_board.Owner, _board.Id, _card, news.TakeAsync, Cancellation)
        )!;
        await ada.PushAsync(0, "ada", [Insert("", 0, "Hello you")], Cancellation);

        await _board.DoAsync(
            new DescribeCard
            {
                BoardId = _board.Id,
                CardId = _card,
                Description = "Hello all of you",
                ExpectedDescription = "Hello you",
            }
        );

        await news.WaitForAsync(_time, updates => updates.Count == 2);
        Assert.Equal(["ada", ""], news.Updates.Select(u => u.ClientId));
        Assert.Equal(["Hello you", "Hello all of you"], await HistoryAsync());
        Assert.Equal(
            PushOutcome.Done,
            (await ada.PushAsync(2, "ada", [Insert("Hello all of you", 0, "x")], Cancellation)).Outcome
        );
    }

    /// <summary>Two nodes know nothing of each other's editors; the numbers in the database keep them in order.</summary>
    [Fact]
    public async Task TwoNodes_TakeTurns_AndLoseNothing()
    {
        using var otherNode = _database.OpenTexts();
        await using var here = await OpenAsync();
        await using var there = (await otherNode.OpenAsync(_board.Owner, _board.Id, _card, Ignore, Cancellation))!;
        await here.PushAsync(0, "here", [Insert("", 0, "a")], Cancellation);

        var behind = await there.PushAsync(0, "there", [Insert("", 0, "b")], Cancellation);
        var done = await there.PushAsync(1, "there", [Insert("a", 1, "b")], Cancellation);
        var back = await here.PushAsync(2, "here", [Insert("ab", 2, "c")], Cancellation);

        Assert.Equal(
            (PushOutcome.Behind, PushOutcome.Done, PushOutcome.Done),
            (behind.Outcome, done.Outcome, back.Outcome)
        );
        Assert.Equal(["a", "ab", "abc"], await HistoryAsync());
    }

    [Fact]
    public async Task WhatAServerLeftWhenItEnded_IsTakenInAtTheNextStart()
    {
        await using (var ada = await OpenAsync())
        {
            await ada.PushAsync(0, "ada", [Insert("", 0, "Almost lost")], Cancellation);
            using var next = _database.OpenTexts();

            await next.SettleAllAsync(Cancellation);

            Assert.Equal("Almost lost", (await _board.ReadAsync()).Cards[_card].Description);
        }
    }

    [Fact]
    public async Task StepsOfLongAgo_AreForgotten_AndWhoeverIsThatFarBehindIsToldSo()
    {
        var retention = new CardTextRetention(_database, _database.Writes, _time);
        await using (var ada = await OpenAsync())
        {
            await ada.PushAsync(0, "ada", [Insert("", 0, "a")], Cancellation);
            await ada.PushAsync(1, "ada", [Insert("a", 1, "b")], Cancellation);
        }

        _time.Advance(CardTextRetention.Kept);
        Assert.Equal(0, await retention.SweepAsync(Cancellation));
        _time.Advance(TimeSpan.FromMinutes(1));
        await using var bo = await OpenAsync();
        await bo.PushAsync(2, "bo", [Insert("ab", 2, "c")], Cancellation);

        Assert.Equal(2, await retention.SweepAsync(Cancellation));

        Assert.Equal("abc", bo.Now);
        Assert.Equal(PushOutcome.Invalid, (await bo.PushAsync(1, "ada", [Insert("a", 1, "x")], Cancellation)).Outcome);
        Assert.Equal(PushOutcome.Invalid, (await bo.PullAsync(0, Cancellation)).Outcome);
        Assert.Equal(3, Assert.Single((await bo.PullAsync(2, Cancellation)).Updates).Version);
        Assert.Empty((await bo.PullAsync(3, Cancellation)).Updates);
        Assert.Equal(PushOutcome.Done, (await bo.PushAsync(3, "bo", [Insert("abc", 3, "d")], Cancellation)).Outcome);
    }

    [Fact]
    public async Task StepsThatAreInNoCardYet_AreKept_HoweverOld()
    {
        await using var ada = await OpenAsync();
        await ada.PushAsync(0, "ada", [Insert("", 0, "Not yet")], Cancellation);
        // The clock of the sweep is far ahead, that of the card stands still: nobody has paused.
        var later = new FakeTimeProvider(_time.GetUtcNow() + CardTextRetention.Kept + TimeSpan.FromDays(1));

        Assert.Equal(0, await new CardTextRetention(_database, _database.Writes, later).SweepAsync(Cancellation));
    }

    [Fact]
    public async Task Editors_OpenedAndClosed_LeaveNothing_AndWhatTheyTypedIsThere()
    {
        for (var i = 0; i < 20; i++)
        {
            await using var ada = await OpenAsync();
            await using var bo = await OpenAsync();
            var before = ada.Begin;
            await ada.PushAsync(before.Version, "ada", [Insert(before.Text, 0, "x")], Cancellation);
        }

        Assert.Equal(0, _database.Texts.RoomCount);
        Assert.Equal(new string('x', 20), (await _board.ReadAsync()).Cards[_card].Description);
    }

    [Fact]
    public async Task Cursors_AreShownToOthers_ForAWhile()
    {
        var news = new NewsBox();
        await using var ada = await OpenAsync();
        await using var bo = (
            await _database.Texts.OpenAsync(_board.Owner, _board.Id, _card, news.TakeAsync, Cancellation)
        )!;

        ada.Point(0, 0, 0);

        await news.WaitForPointersAsync(1);
        _time.Advance(CardTextTimes.PointerLasts);
        bo.Point(0, 0, 0);
        await news.WaitForPointersAsync(0);
    }

    private static Task Ignore(CardTextNews news) => Task.CompletedTask;

    private static string Insert(string text, int at, string insert) =>
        TextChange.Between(text, text.Insert(at, insert)).ToString();

    private SetBoardAccess Access(BoardRole role) =>
        new()
        {
            BoardId = _board.Id,
            Visibility = BoardVisibility.Workspace,
            WorkspaceRole = role,
        };

    private async Task<CardTextSession> OpenAsync() =>
        (await _database.Texts.OpenAsync(_board.Owner, _board.Id, _card, Ignore, Cancellation))!;

    /// <summary>The text after each update.</summary>
    private async Task<List<string>> HistoryAsync()
    {
        await using var db = _database.CreateDbContext();
        var updates = await db.CardTextUpdates.OrderBy(u => u.Version).ToListAsync(Cancellation);
        List<string> texts = [];
        foreach (var update in updates)
        {
            texts.Add(TextChange.Parse(update.Changes)!.Apply(texts.Count == 0 ? "" : texts[^1]));
        }

        return texts;
    }

    private Task WaitForDescriptionAsync(string text) => WaitForDescriptionAsync(t => t == text);

    private async Task WaitForDescriptionAsync(Func<string, bool> isThere)
    {
        await using var viewer = await Viewer.OpenAsync(_database, _board.Id, _board.Owner);
        await viewer.WaitForAsync(frame => isThere(frame.Board.Cards[_card].Description));
    }
}
