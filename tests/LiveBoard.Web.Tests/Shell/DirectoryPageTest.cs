using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Events;
using LiveBoard.Core.Live;
using LiveBoard.Testing;
using LiveBoard.Web.Components.Layout;
using LiveBoard.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace LiveBoard.Web.Tests.Shell;

/// <summary>Pages about people, workspaces and boards, on the product's own services and a real database.</summary>
public abstract class DirectoryPageTest : BunitContext, IAsyncLifetime
{
    // A busy machine is slow, and a slow page is not a wrong one.
    static DirectoryPageTest() => DefaultWaitTimeout = TimeSpan.FromSeconds(20);

    protected LiveBoardApp App { get; } = new();

    protected static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    protected TestUser Ada => App.Administrator;

    protected InProcessBoardEventBus Bus => (InProcessBoardEventBus)App.Services.GetRequiredService<IBoardEventBus>();

    public virtual async ValueTask InitializeAsync()
    {
        await App.CreateAdministratorAsync();
        foreach (
            var type in new[]
            {
                typeof(BoardDirectory),
                typeof(BookmarkService),
                typeof(DirectoryService),
                typeof(InvitationService),
                typeof(InstanceService),
                typeof(SignInSessions),
                typeof(BoardCommandHandler),
                typeof(IBoardEventBus),
                typeof(TimeProvider),
            }
        )
        {
            Services.AddSingleton(type, App.Services.GetRequiredService(type));
        }

        Services.AddScoped<CurrentUser>();
        Services.AddScoped<CircuitConfirmation>();
        Services.AddMudServices();
        Services.AddScoped<OverlayHost>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await App.DisposeAsync();
    }

    /// <summary>Who looks at what is rendered from now on.</summary>
    protected void SignIn(TestUser user)
    {
        this.AddAuthorization().SetAuthorized(user.Name);
        var own = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, $"{user.Id}")],
            IdentityConstants.ApplicationScheme
        );
        Services.AddSingleton<AuthenticationStateProvider>(new FixedSignIn(new ClaimsPrincipal(own)));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    protected async Task<Guid> AddBoardAsync(
        string name,
        BoardVisibility visibility = BoardVisibility.Workspace,
        TestUser? by = null
    )
    {
        var id = Guid.CreateVersion7();
        await SendAsync(
            new CreateBoard
            {
                BoardId = id,
                WorkspaceId = App.WorkspaceId,
                Name = name,
                Visibility = visibility,
                Columns = [new NewColumn("To do", ColumnStage.NotStarted)],
            },
            by
        );
        return id;
    }

    protected async Task AddCardAsync(Guid boardId)
    {
        var registry = App.Services.GetRequiredService<LiveBoardRegistry>();
        var now = await registry.PeekAsync(boardId, Ada.Actor, Stop);
        var column = now!.Value.Frame.Board.Columns[0].Id;
        await SendAsync(
            new AddCards
            {
                BoardId = boardId,
                ColumnId = column,
                Titles = ["A card"],
            }
        );
    }

    protected async Task SendAsync(BoardCommand command, TestUser? by = null)
    {
        var handler = App.Services.GetRequiredService<BoardCommandHandler>();
        var result = await handler.HandleAsync(command, (by ?? Ada).Actor, Stop);
        Assert.Null(result.Rejection);
    }

    /// <summary>Names of the boards in the section with this title, in order; none when there is no such section.</summary>
    protected static IEnumerable<string> BoardsIn<T>(IRenderedComponent<T> page, string section)
        where T : IComponent => page.FindAll($"section[aria-label='{section}'] .bd h3").Select(h => h.TextContent);
}
