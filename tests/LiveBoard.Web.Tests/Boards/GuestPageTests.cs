using System.Security.Claims;
using Bunit;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Guests;
using LiveBoard.Web.Identity.Guests;
using LiveBoard.Web.Tests.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Boards;

/// <summary>The board as a guest sees it.</summary>
public sealed class GuestPageTests : BoardPageTest
{
    private Guid _link;

    [Fact]
    public async Task Guest_SeesTheBoard_AndNothingToChangeItWith()
    {
        await MakeBoardAsync();
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal(9, page.FindAll("article.tile").Count));
        Assert.Empty(page.FindAll(".composer, .add, [contenteditable]"));
        Assert.Empty(page.FindAll("a[href='']"));
    }

    /// <summary>X-88: what a browser might send all the same is a wish of nobody's.</summary>
    [Fact]
    public async Task ForgedWishes_ChangeNothing()
    {
        var board = await MakeBoardAsync();
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Equal(9, page.FindAll("article.tile").Count));
        var before = (await ReadAsync()).Version;
        var scripts = new BoardScripts(page.Instance, JSInterop.JSRuntime);
        var card = board.Columns[0].Cards[0].Id;

        Assert.False(await scripts.MoveCard(card, board.Columns[1].Id, null, null));
        Assert.False(await scripts.MoveColumn(board.Columns[1].Id, null));
        await page.InvokeAsync(async () =>
        {
            scripts.StartRename(card);
            scripts.StartAdd(board.Columns[0].Id);
            await scripts.OpenMoveMenu(card);
            await scripts.OpenTileMenu(card, 1, 1);
            await scripts.Undo();
        });

        Assert.Equal(before, (await ReadAsync()).Version);
        Assert.Empty(page.FindAll("textarea, .in[maxlength]"));
    }

    [Fact]
    public async Task BoardMadePrivate_TakesItAway_AndSaysSo()
    {
        await MakeBoardAsync();
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Equal(9, page.FindAll("article.tile").Count));

        await SendAsync(
            new SetBoardAccess
            {
                BoardId = BoardId,
                Visibility = BoardVisibility.Private,
                WorkspaceRole = BoardRole.Editor,
            }
        );

        page.WaitForAssertion(() =>
            Assert.Contains("not shared with you any more", page.Markup, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("1.1", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutThePass_NothingIsShown()
    {
        await MakeBoardAsync();
        var page = await OpenAsync(hasPass: false);

        page.WaitForAssertion(() =>
            Assert.Contains("not shared with you any more", page.Markup, StringComparison.Ordinal)
        );
        Assert.Equal(0, Live.SubscriptionCount);
    }

    [Fact]
    public async Task PagesOpenedAndClosed_LeaveNothingBehind()
    {
        await MakeBoardAsync();
        var clock = App.Services.GetRequiredService<DueClock>();
        for (var i = 0; i < 50; i++)
        {
            await OpenAsync();
        }

        Assert.Equal(50, Live.SubscriptionCount);

        await DisposeComponentsAsync();

        Assert.Equal(0, Live.SubscriptionCount);
        Assert.Equal(0, clock.ListenerCount);
    }

    private async Task<IRenderedComponent<GuestPage>> OpenAsync(bool hasPass = true)
    {
        if (_link == Guid.Empty)
        {
            var links = App.Services.GetRequiredService<GuestLinkService>();
            await links.CreateAsync(Ada.Actor, BoardId, new GuestLinkWish(), Stop);
            _link = (await links.ListAsync(Ada.Actor, BoardId, Stop))[0].Id;
            var claims = hasPass ? new[] { new Claim("liveboard:guest-link", $"{_link:N}") } : [];
            var user = new ClaimsPrincipal([new ClaimsIdentity(), new ClaimsIdentity(claims, GuestCookie.Scheme)]);
            Services.AddSingleton<AuthenticationStateProvider>(new FixedSignIn(user));
            SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        }

        return Render<GuestPage>(page => page.Add(p => p.LinkId, _link));
    }
}
