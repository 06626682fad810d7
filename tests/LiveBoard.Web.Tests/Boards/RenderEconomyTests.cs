using Bunit;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Labels;
using LiveBoard.Web.Components.Boards;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Boards;

/// <summary>Somebody else's change renders the columns that it concerns and makes the tiles that look different.</summary>
public sealed class RenderEconomyTests : BoardPageTest
{
    [Fact]
    public async Task Rename_RendersItsColumn_AndMakesOneTile()
    {
        var board = await MakeBoardAsync();

        var made = await RenderedByAsync(
            new RenameCard
            {
                BoardId = BoardId,
                CardId = board.Columns[1].Cards[1].Id,
                Title = "Renamed",
            },
            page => TitlesOn(page).Contains("Renamed")
        );

        Assert.Equal(["Column 2"], made.Columns);
        Assert.Equal(1, made.Tiles);
    }

    [Fact]
    public async Task MoveWithinAColumn_RendersIt_AndMakesOneTile()
    {
        var board = await MakeBoardAsync();

        var made = await RenderedByAsync(
            new MoveCard
            {
                BoardId = BoardId,
                CardId = board.Columns[1].Cards[0].Id,
                ToColumnId = board.Columns[1].Id,
            },
            page => TitlesOn(page).ElementAt(5) == "2.1"
        );

        Assert.Equal(["Column 2"], made.Columns);
        Assert.Equal(1, made.Tiles);
    }

    [Fact]
    public async Task MoveBetweenColumns_RendersBoth_AndMakesOneTile()
    {
        var board = await MakeBoardAsync();

        var made = await RenderedByAsync(
            new MoveCard
            {
                BoardId = BoardId,
                CardId = board.Columns[0].Cards[0].Id,
                ToColumnId = board.Columns[2].Id,
            },
            page => TitlesOn(page).Last() == "1.1"
        );

        Assert.Equal(["Column 1", "Column 3"], made.Columns);
        Assert.Equal(1, made.Tiles);
    }

    [Fact]
    public async Task LabelPutOnACard_RendersItsColumn_AndMakesOneTile()
    {
        var board = await MakeBoardAsync();
        var label = await AddLabelAsync();

        var made = await RenderedByAsync(
            new SetCardLabel
            {
                BoardId = BoardId,
                CardId = board.Columns[2].Cards[1].Id,
                LabelId = label,
                IsOn = true,
            },
            page => page.FindAll("article.tile .lb").Count == 1
        );

        Assert.Equal(["Column 3"], made.Columns);
        Assert.Equal(1, made.Tiles);
    }

    [Fact]
    public async Task LabelRenamed_LooksAtEveryColumn_AndMakesOnlyTheTilesThatWearIt()
    {
        var board = await MakeBoardAsync();
        var label = await AddLabelAsync();
        foreach (var card in new[] { board.Columns[0].Cards[0], board.Columns[2].Cards[2] })
        {
            await SendAsync(
                new SetCardLabel
                {
                    BoardId = BoardId,
                    CardId = card.Id,
                    LabelId = label,
                    IsOn = true,
                }
            );
        }

        var made = await RenderedByAsync(
            new ChangeLabel
            {
                BoardId = BoardId,
                LabelId = label,
                Name = "Quays",
                Color = LabelColor.Straw,
            },
            page => page.FindAll("article.tile .lb").Count(l => l.TextContent == "Quays") == 2
        );

        Assert.Equal(["Column 1", "Column 2", "Column 3"], made.Columns);
        Assert.Equal(2, made.Tiles);
    }

    private async Task<Guid> AddLabelAsync()
    {
        await SendAsync(
            new AddLabel
            {
                BoardId = BoardId,
                Name = "Piers",
                Color = LabelColor.Straw,
            }
        );
        return (await ReadAsync()).Labels.Values.Single().Id;
    }

    private async Task<(string[] Columns, long Tiles)> RenderedByAsync(
        BoardCommand command,
        Func<IRenderedComponent<BoardPage>, bool> isShown
    )
    {
        var page = Open(Ada);
        page.WaitForAssertion(() => Assert.Equal(9, TitlesOn(page).Count()));
        var tiles = App.Services.GetRequiredService<TileRenderer>();
        var columns = page.FindComponents<ColumnView>();
        var rendersBefore = columns.Select(c => c.RenderCount).ToList();
        var tilesBefore = tiles.MadeCount;

        await SendAsync(command, Bo);

        page.WaitForAssertion(() => Assert.True(isShown(page)));
        // Counted between two renders, and not in the middle of one.
        return await page.InvokeAsync(() =>
            (
                columns.Where((c, i) => c.RenderCount > rendersBefore[i]).Select(c => c.Instance.Column.Name).ToArray(),
                tiles.MadeCount - tilesBefore
            )
        );
    }
}
