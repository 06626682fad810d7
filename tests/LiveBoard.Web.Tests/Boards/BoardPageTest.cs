using Bunit;
using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Access.Work;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Attachments;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Data;
using LiveBoard.Core.Live;
using LiveBoard.Core.Live.History;
using LiveBoard.Core.Live.Texts;
using LiveBoard.Testing;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Markdown;
using LiveBoard.Web.Tests.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace LiveBoard.Web.Tests.Boards;

/// <summary>A board page and what belongs to it, on the product's own services and a real database.</summary>
public abstract class BoardPageTest : DirectoryPageTest
{
    private static readonly Type[] Shared =
    [
        typeof(AccessService),
        typeof(GuestAccess),
        typeof(LiveBoardRegistry),
        typeof(BoardPresence),
        typeof(BoardAccessReader),
        typeof(GuestLinkService),
        typeof(Throttle),
        typeof(ShelfReader),
        typeof(CardReader),
        typeof(DraftService),
        typeof(NameableReader),
        typeof(DescriptionHistory),
        typeof(RemovedPartsReader),
        typeof(WatchService),
        typeof(NotificationService),
        typeof(CardTextAuthority),
        typeof(AssignableReader),
        typeof(MarkdownRenderer),
        typeof(DueDates),
        typeof(DueClock),
        typeof(TileRenderer),
        typeof(FileQuotas),
        typeof(AwayReader),
        typeof(BoardHistoryRegistry),
    ];

    protected Guid BoardId { get; } = Guid.CreateVersion7();

    protected TestUser Bo { get; private set; } = null!;

    protected LiveBoardRegistry Live => App.Services.GetRequiredService<LiveBoardRegistry>();

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Bo = await App.CreateUserAsync(name: "Bo Berg");
        foreach (var type in Shared)
        {
            Services.AddSingleton(type, App.Services.GetRequiredService(type));
        }

        Services.AddSingleton<IPasswordHasher<ApplicationUser>, PasswordHasher<ApplicationUser>>();
        JSInterop.SetupVoid("LiveBoard.attachBoard", _ => true).SetVoidResult();
        JSInterop.SetupVoid("LiveBoard.detachBoard", _ => true).SetVoidResult();
        JSInterop.SetupVoid("LiveBoard.attachFiles", _ => true).SetVoidResult();
        JSInterop.SetupVoid("LiveBoard.detachFiles", _ => true).SetVoidResult();
    }

    /// <summary>Makes "Column 1" and so on, each with "1.1", "1.2" and so on.</summary>
    protected async Task<BoardSnapshot> MakeBoardAsync(int columns = 3, int cardsPerColumn = 3)
    {
        await SendAsync(
            new CreateBoard
            {
                BoardId = BoardId,
                WorkspaceId = App.WorkspaceId,
                Name = "Winter timetable",
                Columns =
                [
                    .. Enumerable.Range(1, columns).Select(c => new NewColumn($"Column {c}", ColumnStage.NotStarted)),
                ],
            }
        );
        var made = await ReadAsync();
        for (var c = 0; c < columns && cardsPerColumn > 0; c++)
        {
            await SendAsync(
                new AddCards
                {
                    BoardId = BoardId,
                    ColumnId = made.Columns[c].Id,
                    Titles = [.. Enumerable.Range(1, cardsPerColumn).Select(i => $"{c + 1}.{i}")],
                }
            );
        }

        return await ReadAsync();
    }

    /// <summary>The board as the database has it.</summary>
    protected async Task<BoardSnapshot> ReadAsync() =>
        (await App.Services.GetRequiredService<BoardReader>().ReadAsync(BoardId, Stop))!;

    /// <summary>The page as this person, with what the layout has around it.</summary>
    protected IRenderedComponent<BoardPage> Open(TestUser user, string query = "")
    {
        SignIn(user);
        Render<MudPopoverProvider>();
        return OpenAgain(query);
    }

    /// <summary>One more page of the same person.</summary>
    protected IRenderedComponent<BoardPage> OpenAgain(string query = "", int? number = null)
    {
        Navigation.NavigateTo($"b/{BoardId}{query}");
        var page = Render<BoardPage>(p => p.Add(b => b.BoardId, BoardId).Add(b => b.Number, number));
        page.WaitForElement(".lanes");
        return page;
    }

    /// <summary>Titles on the page from left to right and from top to bottom.</summary>
    protected static IEnumerable<string> TitlesOn(IRenderedComponent<BoardPage> page) =>
        page.FindAll("article.tile .tile-link").Select(t => t.TextContent);
}
