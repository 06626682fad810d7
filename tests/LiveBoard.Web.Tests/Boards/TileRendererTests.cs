using AngleSharp.Html.Parser;
using LiveBoard.Core.Boards;
using LiveBoard.Testing;
using LiveBoard.Web.Components.Boards;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Web.Tests.Boards;

public sealed class TileRendererTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Noon);
    private readonly TileRenderer _tiles;

    public TileRendererTests() => _tiles = new TileRenderer(new DueDates(TimeZoneInfo.Utc), _time);

    [Fact]
    public void Render_WithACoverPicture_ShowsItInPlaceOfTheColour_WhenItComesIntoSight()
    {
        var board = SampleSnapshots.Board(1, 1);
        var picture = Guid.CreateVersion7();
        var card = board.Columns[0].Cards[0] with { Cover = LabelColor.Sky, CoverImageId = picture };

        var html = _tiles.Render(card, board).Html;

        Assert.StartsWith(
            $"<img class=\"cv\" src=\"files/{picture}/preview\" alt=\"\" loading=\"lazy\">",
            html,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("<div class=\"cv", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("'--></h3><svg onload=alert(1)>")]
    [InlineData("&lt;b&gt; {{7*7}} javascript:alert(1)")]
    public void Render_OfHostileNames_IsTextEverywhere(string hostile)
    {
        var label = new LabelSnapshot(Guid.NewGuid(), hostile, LabelColor.Brick);
        var people = Enumerable
            .Range(1, 5)
            .Select(i => new PersonSnapshot(Guid.NewGuid(), $"{hostile} {i}", i, IsPlaceholder: false))
            .ToList();
        var board = SampleSnapshots.Board(1, 1);
        var card = board.Columns[0].Cards[0] with
        {
            Title = hostile,
            LabelIds = [label.Id],
            AssigneeIds = [.. people.Select(p => p.Id)],
        };
        board = board with
        {
            Labels = board.Labels.Add(label.Id, label),
            People = board.People.AddRange(people.Select(p => KeyValuePair.Create(p.Id, p))),
        };

        var dom = new HtmlParser().ParseDocument(_tiles.Render(card, board).Html);

        Assert.Equal(hostile, dom.QuerySelector("a.tile-link")!.TextContent);
        Assert.Equal(hostile, dom.QuerySelector(".lb")!.TextContent);
        Assert.Equal($"{hostile} 1", dom.QuerySelector(".av")!.GetAttribute("title"));
        Assert.Empty(dom.QuerySelectorAll("script, img, [onerror], [onload]"));
        Assert.DoesNotContain(
            dom.QuerySelectorAll("a"),
            a => a.GetAttribute("href")!.Contains("script", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Render_OfTheSameCard_IsMadeOnceForAllViewers()
    {
        var board = SampleSnapshots.Board(1, 1);
        var first = _tiles.Render(board.Columns[0].Cards[0], board);
        var second = _tiles.Render(board.Columns[0].Cards[0], board with { Version = 2 });

        Assert.Same(first, second);
        Assert.Equal(1, _tiles.MadeCount);
    }

    [Fact]
    public void Render_AfterTheLabelWasRenamed_IsMadeAnew()
    {
        var label = new LabelSnapshot(Guid.NewGuid(), "Piers", LabelColor.Straw);
        var board = SampleSnapshots.Board(1, 1);
        board = board with { Labels = board.Labels.Add(label.Id, label) };
        var card = board.Columns[0].Cards[0] with { LabelIds = [label.Id] };
        _ = _tiles.Render(card, board);

        var after = _tiles.Render(
            card,
            board with
            {
                Labels = board.Labels.SetItem(label.Id, label with { Name = "Quays" }),
            }
        );

        Assert.Contains("Quays", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_WhenADueDatePasses_TurnsFromSoonToOverdue()
    {
        var board = SampleSnapshots.Board(1, 1);
        var card = board.Columns[0].Cards[0] with { DueAt = Noon.UtcDateTime.AddHours(1) };
        Assert.Contains("chip soon", _tiles.Render(card, board).Html, StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromHours(2));

        Assert.Contains("chip over", _tiles.Render(card, board).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ShowsChecklistCommentsAttachmentsAndPeople()
    {
        var person = new PersonSnapshot(Guid.NewGuid(), "Liv Bergström", 6, IsPlaceholder: false);
        var board = SampleSnapshots.Board(1, 1);
        board = board with { People = board.People.Add(person.Id, person) };
        var card = board.Columns[0].Cards[0] with
        {
            ChecklistDone = 2,
            ChecklistTotal = 6,
            CommentCount = 5,
            AttachmentCount = 3,
            AssigneeIds = [person.Id],
        };

        var dom = new HtmlParser().ParseDocument(_tiles.Render(card, board).Html);

        Assert.Equal(
            ["Checklist 2/6", "Comments 5", "Attachments 3"],
            dom.QuerySelectorAll(".chip").Select(c => c.TextContent)
        );
        Assert.Equal("LB", dom.QuerySelector(".av")!.TextContent);
    }

    [Theory]
    [InlineData(new[] { 188 }, "Blocked by #188", "Blocked by #188")]
    [InlineData(new[] { 7, 188, 190 }, "Blocked by #7 +2", "Blocked by #7, #188, #190")]
    public void Render_OfACardThatWaits_SaysForWhat(int[] blockers, string words, string all)
    {
        var board = SampleSnapshots.Board(1, 1);
        var card = board.Columns[0].Cards[0];
        Assert.DoesNotContain("blk", _tiles.Render(card, board).Html, StringComparison.Ordinal);

        var html = _tiles.Render(card with { OpenBlockers = [.. blockers] }, board).Html;

        var chip = new HtmlParser().ParseDocument(html).QuerySelector(".meta .chip.blk")!;
        Assert.Equal((words, all), (chip.TextContent, chip.GetAttribute("title")));
    }
}
