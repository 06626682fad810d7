using System.Collections.Concurrent;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Data;
using LiveBoard.Core.Exchange;
using LiveBoard.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>The product on a real address, with people, a board, and browsers to look at it.</summary>
public sealed class BrowserApp(Chromium chromium) : IAsyncDisposable
{
    private readonly List<IBrowserContext> _contexts = [];
    private readonly ConcurrentQueue<string> _violations = new();
    private TestUser? _ada;

    private readonly CuttableNetwork _network = new();

    /// <summary>What browsers refused because of the content security policy: nothing of ours may be among it.</summary>
    public IEnumerable<string> PolicyViolations => _violations;

    public LiveBoardApp App { get; private set; } = new();

    public string Url => _network.Url;

    public Guid BoardId { get; } = Guid.CreateVersion7();

    public TestUser Ada => _ada ?? App.Administrator;

    public TestUser Bo { get; private set; } = null!;

    public async Task StartAsync()
    {
        _ = chromium.Browser;
        _network.TargetPort = new Uri(App.StartOnSocket()).Port;
        await App.CreateAdministratorAsync();
        Bo = await App.CreateUserAsync(name: "Bo Berg");
    }

    /// <summary>A board with columns Ready, In progress and Done, and cards "Card 1"… in the first one.</summary>
    public async Task<BoardSnapshot> MakeBoardAsync(int cards = 3)
    {
        await SendAsync(
            new CreateBoard
            {
                BoardId = BoardId,
                WorkspaceId = App.WorkspaceId,
                Name = "Winter timetable",
                Columns =
                [
                    new NewColumn("Ready", ColumnStage.NotStarted),
                    new NewColumn("In progress", ColumnStage.InProgress),
                    new NewColumn("Done", ColumnStage.Done),
                ],
            }
        );
        var board = await ReadAsync();
        if (cards > 0)
        {
            await SendAsync(
                new AddCards
                {
                    BoardId = BoardId,
                    ColumnId = board.Columns[0].Id,
                    Titles = [.. Enumerable.Range(1, cards).Select(i => $"Card {i}")],
                }
            );
        }

        return await ReadAsync();
    }

    /// <summary>The beginning of the main demo board: something of everything, with columns that are full and too full.</summary>
    public async Task<BoardSnapshot> MakeDemoBoardAsync()
    {
        var demo = DemoWorkspace.Create(TimeProvider.System.GetUtcNow().UtcDateTime)[0];
        var cards = demo.Cards.GroupBy(c => c.ColumnId, StringComparer.Ordinal).SelectMany(c => c.Take(3)).ToList();
        var ids = cards.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        await SendAsync(
            new ImportBoard
            {
                BoardId = BoardId,
                WorkspaceId = App.WorkspaceId,
                Plan = demo with
                {
                    Cards = cards,
                    Columns =
                    [
                        .. demo.Columns.Select(c => c with { WipLimit = c.Stage == ColumnStage.InProgress ? 3 : 2 }),
                    ],
                    History = [.. demo.History.Where(h => h.CardId is null || ids.Contains(h.CardId))],
                },
            }
        );
        return await ReadAsync();
    }

    public async Task<CommandResult> SendAsync(BoardCommand command, TestUser? actor = null)
    {
        var handler = App.Services.GetRequiredService<BoardCommandHandler>();
        var result = await handler.HandleAsync(command, (actor ?? Ada).Actor);
        Assert.Null(result.Rejection);
        return result;
    }

    /// <summary>The board as the database has it.</summary>
    public async Task<BoardSnapshot> ReadAsync() =>
        (await App.Services.GetRequiredService<BoardReader>().ReadAsync(BoardId))!;

    /// <summary>A browser of its own in which nobody is signed in.</summary>
    public async Task<IPage> OpenEmptyAsync(BrowserNewContextOptions? options = null)
    {
        var context = await chromium.Browser.NewContextAsync(options);
        context.SetDefaultTimeout(60_000);
        context.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
            {
                _violations.Enqueue(message.Text);
            }
        };
        _contexts.Add(context);
        return await context.NewPageAsync();
    }

    /// <summary>A browser of its own, signed in as this person.</summary>
    public async Task<IPage> OpenAsync(TestUser user, BrowserNewContextOptions? options = null)
    {
        var page = await OpenEmptyAsync(options);
        await page.GotoAsync($"{Url}/signin");
        await page.GetByLabel("E-mail address").FillAsync(user.Email);
        await page.GetByLabel("Password").FillAsync(user.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(u => !u.Contains("/signin", StringComparison.Ordinal));
        return page;
    }

    /// <summary>The same, on the board and live.</summary>
    /// <param name="user">Who.</param>
    /// <param name="options">What kind of browser.</param>
    /// <param name="isClockHeld">True for a clock that the story can put forward.</param>
    public async Task<IPage> OpenBoardAsync(
        TestUser user,
        BrowserNewContextOptions? options = null,
        bool isClockHeld = false
    )
    {
        var page = await OpenAsync(user, options);
        if (isClockHeld)
        {
            await page.Clock.InstallAsync();
        }

        await page.GotoAsync($"{Url}/b/{BoardId}");
        await page.Locator(".lanes[data-live]").WaitForAsync();
        return page;
    }

    /// <summary>Pulls the cable: every open connection ends and none comes through.</summary>
    public void Cut() => _network.Cut();

    public void Mend() => _network.Mend();

    /// <summary>Ends the product and starts it again on the same database.</summary>
    public async Task RestartAsync(Func<Task> whileAway)
    {
        _ada ??= App.Administrator;
        var directory = App.Directory;
        App.IsDirectoryKept = true;
        _network.Cut();
        await App.DisposeAsync();
        await whileAway();
        App = new LiveBoardApp { Directory = directory };
        _network.TargetPort = new Uri(App.StartOnSocket()).Port;
        _network.Mend();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.DisposeAsync();
        }

        await _network.DisposeAsync();
        await App.DisposeAsync();
    }
}
