using CsCheck;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Grids;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Grids;

/// <summary>Tables as texts: on the clipboard, and their wishes in an address.</summary>
public sealed class GridTextTests
{
    private static readonly Gen<string> Cells = Gen.String[Gen.Char["ab \"\t\n,"], 0, 6];

    [Fact]
    public void WhatIsWritten_IsReadAsTheSame() =>
        Gen.Int[1, 4]
            .SelectMany(width => Cells.Array[width].Array[1, 4])
            // A single empty cell is an empty text, and that is no table.
            .Where(rows => rows is not [[""]] && rows[^1] is not [""])
            .Sample(rows => Assert.Equal(rows, TsvText.Read(TsvText.Write(rows)).Select(r => r.ToArray())));

    [Theory]
    [InlineData("a\tb\r\nc\td\r\n", "a|b/c|d")]
    [InlineData("a\tb\nc\td", "a|b/c|d")]
    [InlineData("\"two\nlines\"\tx", "two\nlines|x")]
    [InlineData("\"say \"\"hi\"\"\"\tx", "say \"hi\"|x")]
    [InlineData("\"open\tx", "\"open|x")]
    [InlineData("5\" pipe\tx", "5\" pipe|x")]
    [InlineData("a\t", "a|")]
    [InlineData("\tb\n\n", "|b/")]
    public void AClipboard_IsReadAsSpreadsheetsMeanIt(string text, string rows) =>
        Assert.Equal(rows, string.Join('/', TsvText.Read(text).Select(r => string.Join('|', r))));

    [Fact]
    public void WishesInAnAddress_AreReadAsTheyWereWritten()
    {
        var field = new CellColumn(CellKind.Field, Guid.CreateVersion7());
        var setup = new GridSetup(
            [new GridColumn(new(CellKind.Title), 300), new GridColumn(field, 120)],
            [new GridSort(new(CellKind.Due), IsDescending: true), new GridSort(field, IsDescending: false)],
            new CellColumn(CellKind.Column),
            2
        );

        var written = GridNotation.Write(setup);

        Assert.Equal(setup, GridNotation.Read(name => written.GetValueOrDefault(name) ?? ""));
        Assert.Equal(GridSetup.Default, GridNotation.Read(_ => ""));
        Assert.All(GridNotation.Write(GridSetup.Default).Values, Assert.Null);
    }

    [Fact]
    public void WishesNobodyUnderstands_AreNone() =>
        Assert.Equal(
            GridSetup.Default with
            {
                Columns = [new GridColumn(new(CellKind.Title), GridColumns.MinWidth)],
            },
            GridNotation.Read(name => name == GridNotation.Columns ? "price:1,title:1,title:2,f-no" : "field")
        );

    [Fact]
    public void APastedTable_ChangesTheCardsThereAre_AndMakesTheOthers()
    {
        var board = SampleSnapshots.Board(columns: 1, cardsPerColumn: 3);
        var cards = board.Columns[0].Cards;
        var view = new GridView(board, GridSetup.Default, TimeZoneInfo.Utc, _ => true);

        var plan = GridPaste.Plan(
            view,
            [.. GridPaste.CardsFrom(view, 2)],
            [
                ["Third", "Column 1"],
                ["New"],
            ],
            0,
            board.Columns[0].Id
        );

        Assert.Equal(
            [
                new CellEdit(cards[2].Id, new(CellKind.Title), "Third"),
                new CellEdit(cards[2].Id, new(CellKind.Column), "Column 1"),
            ],
            plan.Edits
        );
        var made = Assert.Single(plan.NewCards);
        Assert.Equal([new CellInput(new(CellKind.Title), "New")], made.Cells);
        Assert.Equal(board.Columns[0].Id, made.ColumnId);
    }
}
