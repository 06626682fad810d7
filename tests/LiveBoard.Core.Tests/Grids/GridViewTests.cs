using System.Collections.Immutable;
using CsCheck;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Grids;
using LiveBoard.Core.Live;
using LiveBoard.Core.Tests.Live;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Grids;

/// <summary>A table that follows its board is the table that would be made of it anew.</summary>
public sealed class GridViewTests
{
    private static readonly CellColumn Title = new(CellKind.Title);
    private static readonly CellColumn Column = new(CellKind.Column);
    private static readonly CellColumn Due = new(CellKind.Due);
    private static readonly Gen<int> Seeds = Gen.Int[0, int.MaxValue - 1];

    private static readonly GridSetup[] Setups =
    [
        GridSetup.Default,
        GridSetup.Default with
        {
            Sorts = [new GridSort(Title, IsDescending: false)],
        },
        GridSetup.Default with
        {
            Sorts = [new GridSort(Title, IsDescending: true)],
            Group = Column,
        },
        GridSetup.Default with
        {
            Sorts = [new GridSort(Due, false), new GridSort(Title, true)],
            Group = Title,
        },
    ];

    [Fact]
    public void Following_IsTheSameAsMakingAnew() =>
        Seeds.Sample(seed =>
        {
            var (board, changes) = RandomChanges.From(seed);
            var setup = Setups[seed % Setups.Length];
            Func<CardSnapshot, bool> isWanted = seed % 3 == 0 ? c => c.Number % 3 != 0 : _ => true;
            var view = new GridView(board, setup, TimeZoneInfo.Utc, isWanted);
            var after = BoardReducer.Apply(board, changes);

            view.Show(after);

            var anew = new GridView(after, setup, TimeZoneInfo.Utc, isWanted);
            Assert.Equal(LinesOf(anew), LinesOf(view));
            Assert.Equal(anew.Totals.Sums, view.Totals.Sums);
            Assert.All(
                Enumerable.Range(0, view.LineCount).Where(line => view[line].Row is not null),
                line => Assert.Equal(line, view.LineOf(view[line].Row!.Card.Id))
            );
        });

    [Fact]
    public void WithoutWishes_RowsStandAsOnTheBoard()
    {
        var board = SampleSnapshots.Board(columns: 3, cardsPerColumn: 4);

        var view = Of(board, GridSetup.Default);

        Assert.Equal(board.Columns.SelectMany(c => c.Cards), view.Rows.Select(r => r.Card));
    }

    [Fact]
    public void EmptyCells_ComeLast_WhicheverWayTheOthersGo()
    {
        var board = With(SampleSnapshots.Board(1, 3), (card, i) => i == 1 ? card : card with { DueAt = Day(i) });

        Assert.Equal([1, 3, 2], Numbers(board, new GridSort(Due, IsDescending: false)));
        Assert.Equal([3, 1, 2], Numbers(board, new GridSort(Due, IsDescending: true)));
    }

    [Fact]
    public void Numbers_AreOrderedAsNumbers_AndAddedUpByGroup()
    {
        var field = new FieldSnapshot(Guid.CreateVersion7(), "Points", CustomFieldType.Number, "a0", "", false);
        var board = With(
            SampleSnapshots.Board(2, 2) with
            {
                Fields = ImmutableDictionary<Guid, FieldSnapshot>.Empty.Add(field.Id, field),
            },
            (card, i) => card with { FieldValues = [new FieldValueSnapshot(field.Id, i == 0 ? "10" : $"{i}.5", null)] }
        );
        var cell = new CellColumn(CellKind.Field, field.Id);
        var view = Of(board, GridSetup.Default with { Sorts = [new GridSort(cell, false)], Group = Column });

        Assert.Equal([2, 1, 3, 4], view.Rows.Select(r => r.Card.Number));
        var index = view.Columns.Select(c => c.Cell).ToList().IndexOf(cell);
        Assert.Equal([11.5m, 6m], view.Groups.Select(g => g.Totals.Sums[index]));
        Assert.Equal(17.5m, view.Totals.Sums[index]);
    }

    [Fact]
    public void AClosedGroup_ShowsItsHeadOnly_AndStaysClosed_WhenTheBoardGoesOn()
    {
        var board = SampleSnapshots.Board(columns: 2, cardsPerColumn: 3);
        var view = Of(board, GridSetup.Default with { Group = Column });
        Assert.Equal(8, view.LineCount);

        view.Toggle(view.Groups[0].Name);
        view.Show(With(board, (card, i) => i == 0 ? card with { Title = "Another title" } : card));

        Assert.Equal(5, view.LineCount);
        Assert.True(view[0].Group!.IsClosed);
        Assert.Same(view.Groups[1], view[1].Group);
        Assert.Equal(-1, view.LineOf(board.Columns[0].Cards[0].Id));
        Assert.Equal(2, view.LineOf(board.Columns[1].Cards[0].Id));
    }

    [Fact]
    public void DaysAreThoseOfTheZone_AndOneGroupHoldsAllOfADay()
    {
        var west = TimeZoneInfo.CreateCustomTimeZone("west", TimeSpan.FromHours(-8), "west", "west");
        var board = With(
            SampleSnapshots.Board(1, 2),
            (card, i) => card with { DueAt = new DateTime(2026, 5, 2, i == 0 ? 7 : 4, 0, 0, DateTimeKind.Utc) }
        );

        var view = new GridView(board, GridSetup.Default with { Group = Due }, west, _ => true);

        Assert.Equal("2026-05-01", Assert.Single(view.Groups).Key.Text);
    }

    private static GridView Of(BoardSnapshot board, GridSetup setup) => new(board, setup, TimeZoneInfo.Utc, _ => true);

    private static IEnumerable<int> Numbers(BoardSnapshot board, GridSort sort) =>
        Of(board, GridSetup.Default with { Sorts = [sort] }).Rows.Select(r => r.Card.Number);

    private static DateTime Day(int day) => DateTime.UnixEpoch.AddDays(day);

    private static BoardSnapshot With(BoardSnapshot board, Func<CardSnapshot, int, CardSnapshot> change)
    {
        var index = 0;
        var columns = board
            .Columns.Select(c => c with { Cards = [.. c.Cards.Select(card => change(card, index++))] })
            .ToImmutableArray();
        return board with
        {
            Columns = columns,
            Cards = columns.SelectMany(c => c.Cards).ToImmutableDictionary(c => c.Id),
        };
    }

    private static List<string> LinesOf(GridView view) =>
        [
            .. Enumerable
                .Range(0, view.LineCount)
                .Select(line => view[line])
                .Select(at =>
                    at.Row is { } row ? $"{row.Card.Id} {row.Card.Title}" : $"{at.Group!.Name} {at.Group.Totals.Count}"
                ),
        ];
}
