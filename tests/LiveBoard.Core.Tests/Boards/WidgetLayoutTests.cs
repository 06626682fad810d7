using CsCheck;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Tests.Boards;

/// <summary>Whatever places are stored, what is shown is a layout, and everybody's is the same.</summary>
public sealed class WidgetLayoutTests
{
    private static readonly Gen<WidgetPlace> Places = Gen.Select(
        Gen.Int[-2, 14],
        Gen.Int[-2, 30],
        Gen.Int[-1, 14],
        Gen.Int[-1, 14],
        (x, y, width, height) => new WidgetPlace(x, y, width, height)
    );

    private static readonly Gen<List<PlacedWidget>> Layouts = Places
        .List[1, 15]
        .Select(places => places.ConvertAll(place => new PlacedWidget(Guid.NewGuid(), place)));

    [Fact]
    public void Arranged_NothingOverlaps_AndAllIsInTheGrid() =>
        Layouts.Sample(widgets =>
        {
            AssertIsLayout(widgets, WidgetLayout.Arrange(widgets));
            AssertIsLayout(widgets, WidgetLayout.Arrange(widgets, widgets[0].Id));
            AssertIsLayout(widgets, WidgetLayout.Settle(widgets, widgets[0].Id));
        });

    [Fact]
    public void Arranged_IsTheSame_WhateverOrderTheyComeIn() =>
        Layouts.Sample(widgets =>
        {
            Assert.Equal(WidgetLayout.Arrange(widgets), WidgetLayout.Arrange(Enumerable.Reverse(widgets)));
            Assert.Equal(
                WidgetLayout.Arrange(widgets, widgets[0].Id),
                WidgetLayout.Arrange(widgets.OrderBy(w => w.Id), widgets[0].Id)
            );
        });

    [Fact]
    public void Arranged_AgainStaysAsItIs() =>
        Layouts.Sample(widgets =>
        {
            var once = WidgetLayout.Arrange(widgets);
            Assert.Equal(once, WidgetLayout.Arrange(once));
            var moving = WidgetLayout.Arrange(widgets, widgets[0].Id);
            Assert.Equal(moving, WidgetLayout.Arrange(moving, widgets[0].Id));
            var settled = WidgetLayout.Settle(widgets, widgets[0].Id);
            Assert.Equal(settled, WidgetLayout.Arrange(settled));
        });

    [Fact]
    public void Arranged_EachStandsAtTheTopOrRightBelowAnother() =>
        Layouts.Sample(widgets =>
        {
            var arranged = WidgetLayout.Arrange(widgets);
            Assert.All(
                arranged.Where(w => w.Place.Y > 0),
                widget =>
                {
                    var higher = widget.Place with { Y = widget.Place.Y - 1 };
                    Assert.Contains(arranged, other => other != widget && other.Place.Overlaps(higher));
                }
            );
        });

    [Fact]
    public void Arranged_KeepsColumnsAndSizes_OfWhatFits() =>
        Layouts.Sample(widgets =>
        {
            var wishes = widgets.ToDictionary(w => w.Id, w => w.Place.Fit());
            Assert.All(
                WidgetLayout.Arrange(widgets),
                widget => Assert.Equal(wishes[widget.Id] with { Y = widget.Place.Y }, widget.Place)
            );
        });

    [Fact]
    public void Moved_KeepsItsWish() =>
        Layouts.Sample(widgets =>
        {
            var moved = widgets[0];
            Assert.Contains(moved with { Place = moved.Place.Fit() }, WidgetLayout.Arrange(widgets, moved.Id));
        });

    /// <summary>What somebody sees while they hold it is what everybody sees when they let go.</summary>
    [Fact]
    public void Moved_OntoAnother_TakesItsPlace_AndTheOtherMakesRoom()
    {
        var (a, b) = (Widget(1, 0, 0, 6, 4), Widget(2, 0, 4, 6, 4));

        Assert.Equal(
            [b with { Place = a.Place }, a with { Place = b.Place }],
            WidgetLayout.Settle([a, b with { Place = a.Place }], b.Id)
        );
        Assert.Equal(
            [b with { Place = a.Place }, a with { Place = b.Place }],
            WidgetLayout.Settle([a with { Place = a.Place with { Y = 4 } }, b], a.Id)
        );
    }

    [Fact]
    public void Room_IsTheFirstThatIsFree() =>
        Layouts.Sample(widgets =>
        {
            var room = new PlacedWidget(Guid.NewGuid(), WidgetLayout.FindRoom(widgets, 4, 3));
            var arranged = WidgetLayout.Arrange(widgets);
            Assert.True(room.Place.IsInGrid);
            Assert.DoesNotContain(arranged, w => w.Place.Overlaps(room.Place));
            for (var x = 0; x <= WidgetPlace.Columns - 4; x++)
            {
                for (var y = 0; y < room.Place.Y; y++)
                {
                    Assert.Contains(arranged, w => w.Place.Overlaps(new WidgetPlace(x, y, 4, 3)));
                }
            }
        });

    [Fact]
    public void Keyboard_MovesSideways_AndStopsAtTheEdge()
    {
        var all = new[] { Snapshot(Widget(1, 0, 0, 4, 2)) };

        Assert.Equal(new WidgetPlace(1, 0, 4, 2), WidgetLayout.MoveBy(all, all[0].Id, columns: 1, down: 0));
        Assert.Equal(new WidgetPlace(8, 0, 4, 2), WidgetLayout.MoveBy(all, all[0].Id, columns: 20, down: 0));
        Assert.Equal(new WidgetPlace(0, 0, 4, 2), WidgetLayout.MoveBy(all, all[0].Id, columns: -1, down: 0));
    }

    [Fact]
    public void Keyboard_MovesDownAndUp_PastWhatIsThere()
    {
        var (a, b, c) = (Widget(1, 0, 0, 6, 4), Widget(2, 0, 4, 6, 3), Widget(3, 6, 0, 6, 2));
        var all = new[] { a, b, c };

        var down = WidgetLayout.MoveBy(all.Select(Snapshot), a.Id, columns: 0, down: 1);
        var after = WidgetLayout.Settle([a with { Place = down }, b, c], a.Id);
        Assert.Equal([b.Id, c.Id, a.Id], after.Select(w => w.Id));
        var up = WidgetLayout.MoveBy(after.Select(Snapshot), a.Id, columns: 0, down: -1);
        Assert.Equal(
            WidgetLayout.Arrange(all),
            WidgetLayout.Settle(after.Select(w => w.Id == a.Id ? w with { Place = up } : w), a.Id)
        );
        Assert.Equal(a.Place, WidgetLayout.MoveBy(all.Select(Snapshot), a.Id, columns: 0, down: -1));
        Assert.Equal(b.Place, WidgetLayout.MoveBy(all.Select(Snapshot), b.Id, columns: 0, down: 1));
    }

    [Fact]
    public void Keyboard_AlwaysGivesAPlaceInTheGrid() =>
        Gen.Select(Layouts, Gen.Int[-13, 13], Gen.Int[-1, 1])
            .Sample(
                (widgets, columns, down) =>
                {
                    var snapshots = widgets.Select(Snapshot).ToList();
                    Assert.True(WidgetLayout.MoveBy(snapshots, widgets[0].Id, columns, down).IsInGrid);
                    Assert.True(widgets[0].Place.Fit().ResizeBy(columns, down * 13).IsInGrid);
                }
            );

    [Fact]
    public void EveryKind_HasASize_ThatFits() =>
        Assert.All(
            Enum.GetValues<WidgetKind>(),
            kind =>
            {
                var (width, height) = WidgetSizes.Of(kind);
                Assert.True(new WidgetPlace(0, 0, width, height).IsInGrid);
            }
        );

    private static void AssertIsLayout(IReadOnlyList<PlacedWidget> wishes, IReadOnlyList<PlacedWidget> layout)
    {
        Assert.Equal(wishes.Select(w => w.Id).Order(), layout.Select(w => w.Id).Order());
        Assert.All(layout, widget => Assert.True(widget.Place.IsInGrid, $"{widget.Place} is outside."));
        for (var i = 0; i < layout.Count; i++)
        {
            Assert.DoesNotContain(layout.Skip(i + 1), other => other.Place.Overlaps(layout[i].Place));
        }
    }

    private static PlacedWidget Widget(byte number, int x, int y, int width, int height) =>
        new(new Guid(number, 0, 0, new byte[8]), new WidgetPlace(x, y, width, height));

    private static WidgetSnapshot Snapshot(PlacedWidget widget) =>
        new(widget.Id, WidgetKind.Note, "", widget.Place, WidgetSettings.Default, Version: 1);
}
