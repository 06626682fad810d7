using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Widgets;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>Widgets of a dashboard: what is done, what is refused, and that every step can be taken back.</summary>
public sealed class WidgetTests : WidgetTestBase
{
    [Fact]
    public async Task Added_OfNoKindOutsideTheGridOrWithAKnownId_IsRefused()
    {
        var known = (await Dashboard.ReadAsync()).Widgets.Keys.First();

        await AssertRefusedAsync(New((WidgetKind)99), RejectionCode.ValueInvalid, "widget");
        await AssertRefusedAsync(New(WidgetKind.Note) with { WidgetId = known }, RejectionCode.ValueInvalid, "widget");
        await AssertRefusedAsync(Place(known, new WidgetPlace(9, 0, 4, 4)), RejectionCode.ValueInvalid, "place");
        await AssertRefusedAsync(
            New(WidgetKind.Note) with
            {
                Place = new WidgetPlace(0, 1001, 4, 4),
            },
            RejectionCode.ValueInvalid,
            "place"
        );
        await AssertRefusedAsync(
            New(WidgetKind.Note) with
            {
                Title = new string('x', Widget.MaxTitleLength + 1),
            },
            RejectionCode.TextTooLong,
            "title"
        );
    }

    [Fact]
    public async Task Settings_ThatAreWrong_AreRefused_AndTheMemberIsNamed()
    {
        var widget = (await Dashboard.ReadAsync()).Widgets.Keys.First();
        var wrong = new WidgetSettings { Target = double.PositiveInfinity };

        await AssertRefusedAsync(New(WidgetKind.Countdown), RejectionCode.ValueInvalid, "untilAt");
        await AssertRefusedAsync(
            New(WidgetKind.Number) with
            {
                Settings = wrong,
            },
            RejectionCode.ValueInvalid,
            "target"
        );
        await AssertRefusedAsync(
            Configure(widget) with
            {
                Settings = new WidgetSettings { Days = 0 },
            },
            RejectionCode.ValueInvalid,
            "days"
        );
    }

    [Fact]
    public async Task Sixty_AreEnough_AlsoForCopiesAndForWhatComesBack()
    {
        var known = (await Dashboard.ReadAsync()).Widgets.Keys.First();
        var removed = await Dashboard.DoAsync(Remove(known));
        for (var i = 1; i < Widget.MaxPerBoard; i++)
        {
            await Dashboard.DoAsync(New(WidgetKind.Clock));
        }

        var last = (await Dashboard.ReadAsync()).Widgets;
        Assert.Equal(Widget.MaxPerBoard, last.Count);
        await AssertRefusedAsync(New(WidgetKind.Clock), RejectionCode.TooMany, "widgets");
        await AssertRefusedAsync(Duplicate(last.Keys.First()), RejectionCode.TooMany, "widgets");
        await AssertRefusedAsync(removed.Undo!, RejectionCode.TooMany, "widgets");
        await Dashboard.DoAsync(Remove(last.Keys.First()));
        await Dashboard.DoAsync(removed.Undo! with { CommandId = Guid.CreateVersion7() });
    }

    [Fact]
    public async Task Configured_AndTakenBack()
    {
        var note = await NoteAsync();
        var settings = new WidgetSettings { Text = "Ahoy" };

        var result = await Dashboard.DoAsync(Configure(note.Id) with { Title = "Log", Settings = settings });

        Assert.Equal(("Log", settings), (await FindAsync(note.Id)) is var w ? (w.Title, w.Settings) : default);
        await Dashboard.DoAsync(result.Undo!);
        Assert.Equal(
            ("", WidgetSettings.Default),
            (await FindAsync(note.Id)) is var b ? (b.Title, b.Settings) : default
        );
        var same = await Dashboard.DoAsync(Configure(note.Id) with { Title = " ", Settings = WidgetSettings.Default });
        Assert.Equal(CommandStatus.Unchanged, same.Status);
    }

    [Fact]
    public async Task Configured_SinceItWasRead_IsShownAndNotOverwritten()
    {
        var note = await NoteAsync();
        var theirs = new WidgetSettings { Text = "Theirs" };
        await Dashboard.DoAsync(Configure(note.Id) with { Title = "Theirs", Settings = theirs });

        var title = Configure(note.Id) with { Title = "Mine", ExpectedTitle = "" };
        var settings = Configure(note.Id) with
        {
            Settings = new WidgetSettings { Text = "Mine" },
            ExpectedSettings = WidgetSettings.Default,
        };

        Assert.Equal(
            new Rejection(RejectionCode.ChangedMeanwhile, "title", "Theirs"),
            (await Database.Commands.HandleAsync(title, Board.Owner)).Rejection
        );
        Assert.Equal(
            new Rejection(RejectionCode.ChangedMeanwhile, "settings", theirs.ToJson()),
            (await Database.Commands.HandleAsync(settings, Board.Owner)).Rejection
        );
    }

    [Fact]
    public async Task TitleAndSettings_ChangedByTwo_AreBothKept()
    {
        var note = await NoteAsync();
        await Dashboard.DoAsync(Configure(note.Id) with { Title = "Theirs", ExpectedTitle = "" });

        // As a dialog sends it that was opened before: the title was not touched.
        await Dashboard.DoAsync(
            Configure(note.Id) with
            {
                Title = "",
                ExpectedTitle = "",
                Settings = new WidgetSettings { Text = "Mine" },
                ExpectedSettings = WidgetSettings.Default,
            }
        );

        var widget = await FindAsync(note.Id);
        Assert.Equal(("Theirs", "Mine"), (widget.Title, widget.Settings.Text));
    }

    [Fact]
    public async Task Undo_OfASetting_DoesNotOverwriteALaterOne()
    {
        var note = await NoteAsync();
        var mine = await Dashboard.DoAsync(Configure(note.Id) with { Title = "Mine" });
        await Dashboard.DoAsync(Configure(note.Id) with { Title = "Later" });

        await AssertRefusedAsync(mine.Undo!, RejectionCode.ChangedMeanwhile, "title");
    }

    [Fact]
    public async Task EveryStep_IsInTheHistory()
    {
        var add = New(WidgetKind.Clock) with { Title = "Harbour" };
        await Dashboard.DoAsync(add);
        await Dashboard.DoAsync(Configure(add.WidgetId) with { Title = "Quay" });
        await Dashboard.DoAsync(Place(add.WidgetId, new WidgetPlace(9, 0, 3, 5)));
        await Dashboard.DoAsync((await Dashboard.DoAsync(Remove(add.WidgetId))).Undo!);

        await using var db = Database.CreateDbContext();
        var told = await db
            .Activity.Where(a => a.BoardId == Dashboard.Id)
            .OrderBy(a => a.Version)
            .Select(a => new
            {
                a.Kind,
                a.Before,
                a.After,
            })
            .ToListAsync();
        Assert.Equal(
            [
                (ActivityKind.WidgetAdded, null, "Harbour"),
                (ActivityKind.WidgetChanged, "Harbour", "Quay"),
                (ActivityKind.WidgetMoved, null, "Quay"),
                (ActivityKind.WidgetRemoved, null, "Quay"),
                (ActivityKind.WidgetRestored, null, "Quay"),
            ],
            told.TakeLast(5).Select(a => (a.Kind, a.Before, a.After))
        );
    }
}
