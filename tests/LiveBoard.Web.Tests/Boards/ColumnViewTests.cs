using System.Collections.Immutable;
using Bunit;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Live;
using LiveBoard.Testing;
using LiveBoard.Web.Components.Boards;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Web.Tests.Boards;

public sealed class ColumnViewTests : BunitContext
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
    private readonly TileRenderer _tiles;

    public ColumnViewTests()
    {
        _tiles = new TileRenderer(new DueDates(TimeZoneInfo.Utc), _time);
        Services.AddSingleton<TimeProvider>(_time);
        Services.AddSingleton(_tiles);
    }

    public static TheoryData<Func<CardSnapshot, CardSnapshot>, string> OneCardChanges =>
        new()
        {
            { card => card with { Title = "Another title" }, "Another title" },
            { card => card with { CommentCount = 7 }, "Comments </span>7<" },
            { card => card with { ChecklistTotal = 4, ChecklistDone = 3 }, "Checklist </span>3/4<" },
            { card => card with { Cover = LabelColor.Plum }, "cv l-plum" },
        };

    [Theory]
    [MemberData(nameof(OneCardChanges), DisableDiscoveryEnumeration = true)]
    public void OneCardChanged_MakesOneTileAndRendersOneColumn(Func<CardSnapshot, CardSnapshot> change, string expected)
    {
        var board = SampleSnapshots.Board(columns: 5, cardsPerColumn: 10);
        var client = ClientOf(board);
        var views = board.Columns.Select(c => Show(client, c)).ToList();
        var madeBefore = _tiles.MadeCount;
        var rendersBefore = views.ConvertAll(v => v.RenderCount);

        var after = Change(board, board.Columns[2].Cards[4], change);
        client.Show(FrameOf(after), BoardRole.Editor);
        for (var i = 0; i < views.Count; i++)
        {
            views[i].Render(p => p.Add(v => v.Column, after.Columns[i]).Add(v => v.Client, client));
        }

        Assert.Equal(1, _tiles.MadeCount - madeBefore);
        Assert.Equal([0, 0, 1, 0, 0], views.Select((v, i) => v.RenderCount - rendersBefore[i]));
        Assert.Contains(expected, views[2].Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongColumn_ShowsItsBeginningAndGrows()
    {
        var board = SampleSnapshots.Board(columns: 1, cardsPerColumn: 100);
        var view = Show(ClientOf(board), board.Columns[0]);
        Assert.Equal(16, view.FindAll("article.tile").Count);
        Assert.Equal("16", view.Find(".more").GetAttribute("data-shown"));

        await view.InvokeAsync(view.Instance.ShowMore);
        await view.InvokeAsync(view.Instance.ShowMore);

        Assert.Equal(100, view.FindAll("article.tile").Count);
        Assert.Empty(view.FindAll(".more"));
    }

    [Fact]
    public void SomebodyElsesChange_IsShownInTheirColourForAMoment_TheViewersOwnIsNot()
    {
        var board = SampleSnapshots.Board(columns: 1, cardsPerColumn: 2);
        var mara = new PersonSnapshot(Guid.NewGuid(), "Mara Okafor", 2, IsPlaceholder: false);
        var client = ClientOf(board);
        var now = _time.GetUtcNow().UtcDateTime;
        var cards = board.Columns[0].Cards;
        var touches = ImmutableDictionary<Guid, CardTouch>
            .Empty.Add(cards[0].Id, new CardTouch(mara, mara.Id, ActivityKind.CardMoved, "In progress", 2, now))
            .Add(
                cards[1].Id,
                new CardTouch(null, client.Actor.PersonId, ActivityKind.CardMoved, "In progress", 3, now)
            );
        client.Show(new LiveBoardFrame(board, touches), BoardRole.Editor);

        var tiles = Show(client, board.Columns[0]).FindAll("article.tile");

        Assert.Equal("Mara moved this from In progress", tiles[0].QuerySelector(".who")!.TextContent);
        Assert.Contains("p2", tiles[0].ClassList);
        Assert.Null(tiles[1].QuerySelector(".who"));
        Assert.DoesNotContain("hit-b", tiles[1].ClassList);
    }

    [Fact]
    public void OldTouch_IsNotShownAgain()
    {
        var board = SampleSnapshots.Board(columns: 1, cardsPerColumn: 1);
        var mara = new PersonSnapshot(Guid.NewGuid(), "Mara Okafor", 2, IsPlaceholder: false);
        var at = _time.GetUtcNow().UtcDateTime;
        var touch = new CardTouch(mara, mara.Id, ActivityKind.CardRenamed, null, 2, at);
        var client = ClientOf(board);
        client.Show(
            new LiveBoardFrame(
                board,
                ImmutableDictionary<Guid, CardTouch>.Empty.Add(board.Columns[0].Cards[0].Id, touch)
            ),
            BoardRole.Editor
        );

        _time.Advance(CardTouch.Lifetime);

        Assert.Empty(Show(client, board.Columns[0]).FindAll(".who"));
    }

    [Theory]
    [InlineData(5, "full")]
    [InlineData(4, "over")]
    [InlineData(6, "")]
    public void WipLimit_IsShownByStateAndInWords(int limit, string state)
    {
        var board = SampleSnapshots.Board(columns: 1, cardsPerColumn: 5);
        var view = Show(ClientOf(board), board.Columns[0] with { WipLimit = limit });

        Assert.Equal($"slots {state}".Trim(), view.Find(".slots").ClassName!.Trim());
        Assert.Equal($"5 of {limit} places taken", view.Find(".slots").GetAttribute("aria-label"));
    }

    [Fact]
    public void Viewer_GetsNothingToChangeWith()
    {
        var board = SampleSnapshots.Board(columns: 1, cardsPerColumn: 1);
        var client = new BoardClient(null!, new Actor(Guid.NewGuid()), FrameOf(board), BoardRole.Viewer);

        Assert.Empty(Show(client, board.Columns[0]).FindAll("header button, button.add"));
    }

    private IRenderedComponent<ColumnView> Show(BoardClient client, ColumnSnapshot column) =>
        Render<ColumnView>(p => p.Add(v => v.Client, client).Add(v => v.Column, column));

    // The column is only looked at here: no command is issued.
    private static BoardClient ClientOf(BoardSnapshot board) =>
        new(null!, new Actor(Guid.NewGuid()), FrameOf(board), BoardRole.Editor);

    private static LiveBoardFrame FrameOf(BoardSnapshot board) =>
        new(board, ImmutableDictionary<Guid, CardTouch>.Empty);

    private static BoardSnapshot Change(BoardSnapshot board, CardSnapshot card, Func<CardSnapshot, CardSnapshot> change)
    {
        var changed = change(card) with { Version = board.Version + 1 };
        var column = board.FindColumn(card.ColumnId)!;
        return board with
        {
            Version = board.Version + 1,
            Cards = board.Cards.SetItem(card.Id, changed),
            Columns = board.Columns.Replace(column, column with { Cards = column.Cards.Replace(card, changed) }),
        };
    }
}
