using Bunit;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using LiveBoard.Testing;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Boards;

/// <summary>The same as <see cref="StatementTests"/> with everything that a page has around its subscription.</summary>
public sealed class PageStatementTests : BoardPageTest
{
    private readonly StatementCounter _statements = new();

    public PageStatementTests() =>
        App.With(services =>
        {
            services.ConfigureDbContext<LiveBoardDbContext>(options => options.AddInterceptors(_statements));
            // It asks the database every two seconds, whatever is opened or changed.
            services.Remove(services.Single(service => service.ImplementationType == typeof(LiveBoardWatch)));
        });

    [Fact]
    public async Task PageOfALargeBoard_CostsAsManyStatementsAsThatOfASmallOne()
    {
        SignIn(Ada);
        using var browser = await App.CreateBrowserAsync(Ada);
        // What is asked once for the whole application.
        await OpeningCostsAsync(browser, cards: 1);

        var small = await OpeningCostsAsync(browser, cards: 10);
        var large = await OpeningCostsAsync(browser, cards: 500);

        Assert.Equal(small, large);
        Assert.All((int[])[small.Painted, small.Live, small.Again], count => Assert.InRange(count, 1, 15));
    }

    [Fact]
    public async Task Change_CostsAsManyStatements_WithThirtyPagesAsWithOne()
    {
        var board = await MakeBoardAsync();
        List<IRenderedComponent<BoardPage>> pages = [await OpenVisitedAsync()];
        await RenameAsync("Before");

        var withOne = await RenameAsync("With one");
        pages.AddRange(Enumerable.Range(0, 28).Select(_ => OpenAgain()));
        pages.Add(OpenAgain(number: board.Columns[1].Cards[0].Number));
        await pages[^1].WaitForElementAsync(".panel .entry");
        var withThirty = await RenameAsync("With thirty");

        Assert.Equal(withOne, withThirty);

        async Task<int> RenameAsync(string title)
        {
            var before = _statements.Count;
            await SendAsync(
                new RenameCard
                {
                    BoardId = BoardId,
                    CardId = board.Columns[0].Cards[0].Id,
                    Title = title,
                }
            );
            foreach (var page in pages)
            {
                await page.WaitForAssertionAsync(() => Assert.Equal(title, TitlesOn(page).First()));
            }

            return _statements.Count - before;
        }
    }

    /// <summary>Opens a new board of one column: the page that comes by HTTP, the live one, and the live one once more.</summary>
    private async Task<(int Painted, int Live, int Again)> OpeningCostsAsync(HttpClient browser, int cards)
    {
        var id = await AddBoardAsync($"{cards} cards");
        var column = (await App.Services.GetRequiredService<BoardReader>().ReadAsync(id, Stop))!.Columns[0].Id;
        await SendAsync(
            new AddCards
            {
                BoardId = id,
                ColumnId = column,
                Titles = [.. Enumerable.Range(1, cards).Select(i => $"Card {i}")],
            }
        );
        return (
            await CountAsync(async () =>
                Assert.Contains("tile-link", await browser.GetStringAsync($"/b/{id}", Stop), StringComparison.Ordinal)
            ),
            await CountAsync(() => WhileVisitingAsync(() => OpenBoard(id))),
            await CountAsync(() =>
            {
                OpenBoard(id);
                return Task.CompletedTask;
            })
        );
    }

    private async Task<int> CountAsync(Func<Task> action)
    {
        var before = _statements.Count;
        await action();
        return _statements.Count - before;
    }

    private async Task<IRenderedComponent<BoardPage>> OpenVisitedAsync()
    {
        IRenderedComponent<BoardPage>? page = null;
        await WhileVisitingAsync(() => page = Open(Ada));
        return page!;
    }

    private void OpenBoard(Guid id)
    {
        Navigation.NavigateTo($"b/{id}");
        Render<BoardPage>(p => p.Add(b => b.BoardId, id)).WaitForElement(".tile-link");
    }

    /// <summary>The first page of a person notes the visit, after it is there.</summary>
    private async Task WhileVisitingAsync(Action open)
    {
        var noted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = Bus.SubscribeDirectory(change =>
        {
            if (change is BookmarkChanged)
            {
                noted.TrySetResult();
            }
        });
        open();
        await noted.Task.WaitAsync(DefaultWaitTimeout, Stop);
    }
}
