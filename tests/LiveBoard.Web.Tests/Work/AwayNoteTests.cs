using Bunit;
using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Work;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Testing;
using LiveBoard.Web.Tests.Boards;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Web.Tests.Work;

/// <summary>Whoever comes back to a board after a while reads what they missed, and whoever looked on all the time does not.</summary>
public sealed class AwayNoteTests : BoardPageTest
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
    private BoardSnapshot _board = null!;

    public AwayNoteTests() => App.With(services => services.AddSingleton<TimeProvider>(_time));

    private BookmarkService Bookmarks => App.Services.GetRequiredService<BookmarkService>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _board = await MakeBoardAsync();
        await Bookmarks.VisitAsync(Bo.Actor, BoardId, _board.Version, Stop);
    }

    [Fact]
    public async Task BoComesBack_ReadsWhatAdaDid_AndClosesTheNote()
    {
        await MoveAsync(0, Ada);
        await MoveAsync(1, Bo);
        _time.Advance(AwayReader.Away);

        var page = Open(Bo);

        page.WaitForAssertion(() => Assert.Equal("1 card moved", page.Find(".was-away p span").TextContent));
        var card = Assert.Single(page.FindAll(".away-card"));
        Assert.Equal($"b/{BoardId}/c/1", card.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Ada Admin moved this from Column 1 to Column 2", card.TextContent, StringComparison.Ordinal);

        await page.Find(".was-away button[aria-label='Close']").ClickAsync(new());
        Assert.Empty(page.FindAll(".was-away, .away-sheet"));
        // Noted as seen, so that the next visit does not tell it again.
        page.WaitForAssertion(() => Assert.Equal(_board.Version + 2, Kept().LastSeenVersion));
    }

    [Fact]
    public async Task BoWasAwayForLess_OrMissedNothing_ReadsNoNote()
    {
        await MoveAsync(0, Ada);
        _time.Advance(AwayReader.Away - TimeSpan.FromSeconds(1));
        var soon = Open(Bo);
        soon.WaitForAssertion(() => Assert.Equal(_board.Version + 1, Kept().LastSeenVersion));
        Assert.Empty(soon.FindAll(".was-away"));
        await DisposeComponentsAsync();

        _time.Advance(AwayReader.Away);
        var later = OpenAgain();
        later.WaitForAssertion(() => Assert.Equal(_time.GetUtcNow().UtcDateTime, Kept().LastVisitedAt));
        Assert.Empty(later.FindAll(".was-away"));
    }

    [Fact]
    public async Task WhatBoSawHappen_IsNoNewsAtTheNextVisit()
    {
        var page = Open(Bo);
        await MoveAsync(0, Ada);
        page.WaitForAssertion(() => Assert.Equal(["1.2", "1.3"], TitlesOn(page).Take(2)));

        await DisposeComponentsAsync();
        Assert.Equal(_board.Version + 1, Kept().LastSeenVersion);

        await MoveAsync(1, Ada);
        _time.Advance(AwayReader.Away);
        var again = OpenAgain();
        again.WaitForAssertion(() => Assert.Equal("1 card moved", again.Find(".was-away p span").TextContent));
        Assert.Contains("#2", Assert.Single(again.FindAll(".away-card")).TextContent, StringComparison.Ordinal);
    }

    private Task MoveAsync(int index, TestUser actor) =>
        SendAsync(
            new MoveCard
            {
                BoardId = BoardId,
                CardId = _board.Columns[0].Cards[index].Id,
                ToColumnId = _board.Columns[1].Id,
            },
            actor
        );

    private BoardBookmark Kept()
    {
        using var db = App.CreateDbContext();
        return db.BoardBookmarks.Single(b => b.PersonId == Bo.Id && b.BoardId == BoardId);
    }
}
