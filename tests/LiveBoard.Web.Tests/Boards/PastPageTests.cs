using Bunit;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Data;
using LiveBoard.Core.Live;
using LiveBoard.Core.Live.History;
using LiveBoard.Testing;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Boards.Past;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Web.Tests.Boards;

/// <summary>The time machine, as the circuit sees it.</summary>
public sealed class PastPageTests : BoardPageTest
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

    private readonly StatementCounter _statements = new();

    public PastPageTests() =>
        App.With("LiveBoard:TimeZone", "Europe/Berlin")
            .With(services =>
            {
                services.AddSingleton<TimeProvider>(_time);
                services.ConfigureDbContext<LiveBoardDbContext>(options => options.AddInterceptors(_statements));
            });

    private BoardHistoryRegistry Histories => App.Services.GetRequiredService<BoardHistoryRegistry>();

    [Fact]
    public async Task StepBack_ShowsTheCardWhereItWas_AndNowWhereItIs_WithoutReadingTheDatabase()
    {
        var board = await MakeBoardAsync();
        _time.Advance(TimeSpan.FromHours(1));
        await MoveAsync(board, "1.1", to: 1);
        var page = OpenPast(Ada);
        var scripts = new PastScripts(page.Instance, JSInterop.JSRuntime);
        var statements = _statements.Count;

        var place = await page.InvokeAsync(() => scripts.Step(-1));

        Assert.Equal(["1.1", "1.2", "1.3"], TitlesIn(page, "Column 1"));
        // It was so since the last card was made, and until the move.
        var made = Milliseconds(new DateTime(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc));
        Assert.Equal($"{made}|{Milliseconds(_time.GetUtcNow().UtcDateTime)}", place);
        Assert.Equal("|", await page.InvokeAsync(scripts.Now));
        Assert.Equal(["1.2", "1.3"], TitlesIn(page, "Column 1"));
        Assert.Equal(statements, _statements.Count);
    }

    [Fact]
    public async Task ChangeOfSomebodyElse_MovesTheEnd_AndNotWhatIsLookedAt()
    {
        var board = await MakeBoardAsync();
        var page = OpenPast(Bo);
        var scripts = new PastScripts(page.Instance, JSInterop.JSRuntime);
        await page.InvokeAsync(() => scripts.Step(-1));
        var then = TitlesOn(page).ToList();
        _time.Advance(TimeSpan.FromHours(1));

        await MoveAsync(board, "1.1", to: 1);

        var end = Milliseconds(_time.GetUtcNow().UtcDateTime);
        page.WaitForAssertion(() => Assert.Equal(end, page.Find("#timebar").GetAttribute("data-end")));
        Assert.Equal(then, TitlesOn(page));
        await page.InvokeAsync(scripts.Now);
        Assert.Equal(["1.2", "1.3"], TitlesIn(page, "Column 1"));
    }

    [Fact]
    public async Task RightTakenAway_ClosesThePast_AndNoWishOpensItAgain()
    {
        await MakeBoardAsync();
        var page = OpenPast(Bo);
        var scripts = new PastScripts(page.Instance, JSInterop.JSRuntime);
        await page.InvokeAsync(() => scripts.Step(-1));
        var access = new SetBoardAccess
        {
            BoardId = BoardId,
            Visibility = BoardVisibility.Private,
            WorkspaceRole = BoardRole.Editor,
        };

        await SendAsync(access);

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".note-h")));
        Assert.DoesNotContain("1.1", page.Markup, StringComparison.Ordinal);
        await page.InvokeAsync(() => scripts.Show(0));
        await page.InvokeAsync(() => scripts.Step(-1));
        await page.InvokeAsync(scripts.Now);
        Assert.DoesNotContain("1.1", page.Markup, StringComparison.Ordinal);
        await SendAsync(access with { CommandId = Guid.CreateVersion7(), Visibility = BoardVisibility.Workspace });
        page.WaitForAssertion(() => Assert.Equal(9, page.FindAll("article.tile").Count));
    }

    [Fact]
    public async Task Link_LeadsToItsMoment_AndDaysAreTheTeams()
    {
        var board = await MakeBoardAsync();
        _time.Advance(TimeSpan.FromDays(2));
        await MoveAsync(board, "1.1", to: 1);
        var page = OpenPast(Ada, "?at=2026-11-26T09:30:00Z");
        var scripts = new PastScripts(page.Instance, JSInterop.JSRuntime);

        Assert.Equal(["1.1", "1.2", "1.3"], TitlesIn(page, "Column 1"));
        var at = new DateTime(2026, 11, 26, 9, 30, 0, DateTimeKind.Utc);
        var day = await page.InvokeAsync(() => scripts.StepDay(Number(at), -1));
        // Midnight in Berlin.
        var midnight = new DateTime(2026, 11, 25, 23, 0, 0, DateTimeKind.Utc);
        Assert.StartsWith($"{Milliseconds(midnight)}|", day, StringComparison.Ordinal);
        Assert.StartsWith(
            $"{Milliseconds(midnight.AddDays(1))}|",
            await page.InvokeAsync(() => scripts.StepDay(Number(midnight), 1)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task LinkWithoutAMoment_ShowsNow_AndSaysSo()
    {
        await MakeBoardAsync();

        var page = OpenPast(Ada, "?at=yesterday");

        Assert.Contains("names no moment", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(9, page.FindAll("article.tile").Count);
    }

    /// <summary>Whatever a browser might send.</summary>
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.MinValue)]
    [InlineData(double.MaxValue)]
    public async Task ForgedMoments_AndWishes_DoNoHarm(double at)
    {
        var board = await MakeBoardAsync();
        var page = OpenPast(Ada);
        var scripts = new PastScripts(page.Instance, JSInterop.JSRuntime);

        await page.InvokeAsync(() => scripts.Show(at));
        await page.InvokeAsync(() => scripts.StepDay(at, 1));
        await page.InvokeAsync(() => scripts.StepDay(at, int.MinValue));
        await page.InvokeAsync(() => scripts.Step(int.MaxValue));

        Assert.False(
            await new BoardScripts(page.Instance, JSInterop.JSRuntime).MoveCard(
                board.Columns[0].Cards[0].Id,
                board.Columns[1].Id,
                null,
                null
            )
        );
        Assert.Equal(board.Version, (await ReadAsync()).Version);
    }

    [Fact]
    public async Task PagesOpenedAndClosed_ShareOnePast_AndLeaveNothingBehind()
    {
        await MakeBoardAsync();
        _ = OpenPast(Ada);
        for (var i = 1; i < 20; i++)
        {
            _ = OpenPastAgain();
        }

        Assert.Equal(1, Histories.OpenCount);

        await DisposeComponentsAsync();

        _time.Advance(LiveBoardRegistry.Linger);
        Assert.Equal(0, Histories.OpenCount);
        Assert.Equal(0, App.Services.GetRequiredService<DueClock>().ListenerCount);
        _time.Advance(LiveBoardRegistry.Linger);
        Assert.Equal(0, Live.SubscriptionCount);
        Assert.Equal(0, Bus.BoardListenerCount);
    }

    private static double Number(DateTime at) => (at - DateTime.UnixEpoch).TotalMilliseconds;

    private static string Milliseconds(DateTime at) => PastScripts.Milliseconds(at);

    private static IEnumerable<string> TitlesOn(IRenderedComponent<PastPage> page) =>
        page.FindAll("article.tile .tile-link").Select(t => t.TextContent);

    private static IEnumerable<string> TitlesIn(IRenderedComponent<PastPage> page, string column) =>
        page.FindAll($"section.lane[aria-label=\"{column}\"] .tile-link").Select(t => t.TextContent);

    private IRenderedComponent<PastPage> OpenPast(TestUser user, string query = "")
    {
        SignIn(user);
        return OpenPastAgain(query);
    }

    private IRenderedComponent<PastPage> OpenPastAgain(string query = "")
    {
        JSInterop.SetupVoid("LiveBoard.attachPast", _ => true).SetVoidResult();
        JSInterop.SetupVoid("LiveBoard.detachPast", _ => true).SetVoidResult();
        Navigation.NavigateTo($"b/{BoardId}/past{query}");
        var page = Render<PastPage>(p => p.Add(b => b.BoardId, BoardId));
        page.WaitForElement("#timebar");
        return page;
    }

    private Task MoveAsync(BoardSnapshot board, string title, int to) =>
        SendAsync(
            new MoveCard
            {
                BoardId = BoardId,
                CardId = board.Cards.Values.Single(c => c.Title == title).Id,
                ToColumnId = board.Columns[to].Id,
            }
        );
}
