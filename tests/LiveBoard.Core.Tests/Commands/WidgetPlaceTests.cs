using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Widgets;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>Widgets that come, go and move: the others make room, and everybody sees the same.</summary>
public sealed class WidgetPlaceTests : WidgetTestBase
{
    [Fact]
    public async Task Added_StandsInTheFirstRoom_AndUndoTakesItAway()
    {
        var before = SnapshotText.Of(await Dashboard.ReadAsync());
        var add = New(WidgetKind.Throughput) with
        {
            Title = " Done  last\tweek ",
            Settings = new WidgetSettings { BoardIds = [Board.Id, Board.Id], Unit = WidgetUnit.Week },
        };

        var result = await Dashboard.DoAsync(add);

        // The note is 4 wide and 4 high, and the clock beside it 3 wide: what is 6 wide goes below.
        var widget = await FindAsync(add.WidgetId);
        Assert.Equal(new WidgetPlace(4, 2, 6, 4), widget.Place);
        Assert.Equal("Done  last week", widget.Title);
        Assert.Equal(new WidgetSettings { BoardIds = [Board.Id], Unit = WidgetUnit.Week }, widget.Settings);
        Assert.Equal(result.Version, widget.Version);
        await Dashboard.DoAsync(result.Undo!);
        var after = await Dashboard.ReadAsync();
        Assert.Equal(before, SnapshotText.Of(after with { Version = after.Version - 2 }));
    }

    [Fact]
    public async Task Added_AtAPlace_TheOthersMakeRoom()
    {
        var add = New(WidgetKind.Clock) with { Place = new WidgetPlace(2, 0, 4, 3) };

        await Dashboard.DoAsync(add);

        Assert.Equal(new WidgetPlace(2, 0, 4, 3), (await FindAsync(add.WidgetId)).Place);
        await AssertStoredIsShownAsync();
    }

    [Fact]
    public async Task Added_AtAPlace_AndTakenBack_TheOthersStandWhereTheyStood_AndRedoPushesThemAgain()
    {
        var before = await PlacesAsync();
        var add = New(WidgetKind.Clock) with { Place = new WidgetPlace(0, 0, 4, 3) };
        var result = await Dashboard.DoAsync(add);
        var pushed = await PlacesAsync();
        Assert.NotEqual(before, pushed.Where(w => w.Id != add.WidgetId));

        var redo = (await Dashboard.DoAsync(result.Undo!)).Undo!;

        Assert.Equal(before, await PlacesAsync());
        await Dashboard.DoAsync(redo);
        Assert.Equal(pushed, await PlacesAsync());
        await AssertRefusedAsync(
            Remove(add.WidgetId) with
            {
                Others = [new PlacedWidget(add.WidgetId, new WidgetPlace(0, 0, 99, 1))],
            },
            RejectionCode.ValueInvalid,
            "place"
        );
    }

    [Fact]
    public async Task Placed_TheOthersMakeRoom_InOneCommit_AndUndoPutsAllBack()
    {
        var note = await NoteAsync();
        var clock = (await Dashboard.ReadAsync()).Widgets.Values.Single(w => w.Kind == WidgetKind.Clock);
        var before = await PlacesAsync();
        var version = (await Dashboard.ReadAsync()).Version;

        var result = await Dashboard.DoAsync(Place(clock.Id, new WidgetPlace(0, 0, 6, 3)));

        Assert.Equal(version + 1, result.Version);
        Assert.Equal(new WidgetPlace(0, 0, 6, 3), (await FindAsync(clock.Id)).Place);
        Assert.Equal(new WidgetPlace(0, 3, 4, 4), (await FindAsync(note.Id)).Place);
        await AssertStoredIsShownAsync();
        var redo = (await Dashboard.DoAsync(result.Undo!)).Undo!;
        Assert.Equal(before, await PlacesAsync());
        await Dashboard.DoAsync(redo);
        Assert.Equal(new WidgetPlace(0, 3, 4, 4), (await FindAsync(note.Id)).Place);
        var same = await Dashboard.DoAsync(Place(clock.Id, new WidgetPlace(0, 1, 6, 3)));
        Assert.Equal(CommandStatus.Unchanged, same.Status);
    }

    [Fact]
    public async Task Copied_WithAllItSays_WhereThereIsRoom()
    {
        var note = await NoteAsync();
        await Dashboard.DoAsync(
            Configure(note.Id) with
            {
                Title = "Log",
                Settings = new WidgetSettings { Text = "Ahoy" },
            }
        );
        var copy = Duplicate(note.Id);

        var result = await Dashboard.DoAsync(copy);

        var (original, made) = (await FindAsync(note.Id), await FindAsync(copy.CopyId));
        Assert.Equal(original with { Id = made.Id, Place = made.Place, Version = made.Version }, made);
        await AssertStoredIsShownAsync();
        await Dashboard.DoAsync(result.Undo!);
        Assert.DoesNotContain(copy.CopyId, (await Dashboard.ReadAsync()).Widgets.Keys);
    }

    [Fact]
    public async Task Removed_IsGoneForEverybody_AndComesBackAsItWas()
    {
        var note = await NoteAsync();
        var before = await PlacesAsync();

        var result = await Dashboard.DoAsync(Remove(note.Id));

        Assert.DoesNotContain(note.Id, (await Dashboard.ReadAsync()).Widgets.Keys);
        await AssertRefusedAsync(Configure(note.Id) with { Title = "New" }, RejectionCode.WidgetNotFound, null);
        await AssertRefusedAsync(Place(note.Id, note.Place), RejectionCode.WidgetNotFound, null);
        await AssertRefusedAsync(Duplicate(note.Id), RejectionCode.WidgetNotFound, null);
        await Dashboard.DoAsync(result.Undo!);
        Assert.Equal(before, await PlacesAsync());
    }
}
