using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Labels;
using LiveBoard.Core.Dashboards;

namespace LiveBoard.Core.Tests.Dashboards;

/// <summary>What a viewer chooses for all widgets, and what a widget is narrowed to.</summary>
public sealed class DashboardChoiceTests : IAsyncLifetime
{
    private DashboardScene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await DashboardScene.CreateAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Period_IsForItsViewersOnly_AndFollowsToo()
    {
        var chart = await _scene.AddAsync(WidgetKind.Throughput, new() { Days = 7 });
        var note = await _scene.AddAsync(WidgetKind.Note);
        await using var asSet = await _scene.ViewAsync(_scene.Board.Owner);
        await using var fourWeeks = await _scene.ViewAsync(_scene.Board.Owner, DashboardPeriod.Of(28));
        await using var again = await _scene.ViewAsync(_scene.Board.Owner, DashboardPeriod.Of(28));

        Assert.Equal(7, Days(asSet.View!.Picture, chart));
        Assert.Equal(28, Days(fourWeeks.View!.Picture, chart));
        Assert.Equal(28, fourWeeks.View.Picture.Widgets[chart].Days);
        Assert.Equal(WidgetSettings.Default.Days, fourWeeks.View.Picture.Widgets[note].Days);
        Assert.Same(fourWeeks.View.Picture, again.View!.Picture);
        var before = Done(fourWeeks.View.Picture, chart);

        await _scene.FinishACardAsync();

        await fourWeeks.WaitForAsync(p => Done(p, chart) == before + 1 && Days(p, chart) == 28);
        await asSet.WaitForAsync(p => Done(p, chart) == before + 1 && Days(p, chart) == 7);
    }

    [Theory]
    [InlineData(14)]
    [InlineData(28)]
    [InlineData(84)]
    [InlineData(364)]
    public void Period_ThatIsOffered_IsFound(int days) => Assert.Equal(days, DashboardPeriod.Of(days)?.Days);

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-14)]
    [InlineData(15)]
    [InlineData(int.MaxValue)]
    public void Period_ThatIsNotOffered_IsNone(int? days) => Assert.Null(DashboardPeriod.Of(days));

    [Fact]
    public async Task WhoHasTheDashboardOpen_IsHere()
    {
        var here = await _scene.AddAsync(WidgetKind.WhoIsHere, new() { BoardIds = [_scene.Board.Id] });
        await using var viewer = await _scene.ViewAsync(_scene.Board.Owner);
        var bo = new PersonSnapshot(Guid.NewGuid(), "Bo", 1, IsPlaceholder: false);

        await using var visit = _scene.Presence.Enter(_scene.Dashboard.Id, bo, _ => Task.CompletedTask);

        await viewer.WaitForAsync(p =>
            p.Widgets.GetValueOrDefault(here)?.Data is PeopleData people
            && people.People.Select(person => person.Name).SequenceEqual(["Bo"])
        );
    }

    [Fact]
    public async Task AgeingWork_HasEachCardInItsColumn_AndWhatPastCardsTook()
    {
        await MoveFirstAsync(from: 1, to: 2);
        var ageing = await _scene.AddAsync(WidgetKind.AgeingWork);
        await using var viewer = await _scene.ViewAsync(_scene.Board.Owner);
        var board = await _scene.Board.ReadAsync();

        var data = (AgeingData)viewer.View!.Picture.Widgets[ageing].Data!;

        Assert.Equal([board.Columns[1].Name], data.Columns);
        Assert.Equal(board.Columns[1].Cards.Select(c => c.Id).Order(), data.Cards.Select(c => c.Line.Card.Id).Order());
        Assert.All(data.Cards, card => Assert.InRange(card.Days, 0, 1));
        Assert.Single(data.Past.Cards);

        await MoveFirstAsync(from: 0, to: 1);

        await viewer.WaitForAsync(p =>
            p.Widgets[ageing].Data is AgeingData now && now.Cards.Length == data.Cards.Length + 1
        );
    }

    [Fact]
    public async Task Labels_NarrowWhatStandsNow_AndLeaveFlowAsItIs()
    {
        var board = await _scene.Board.ReadAsync();
        var label = new AddLabel
        {
            BoardId = board.Id,
            Name = "Piers",
            Color = LabelColor.Straw,
        };
        await _scene.Board.DoAsync(label);
        var narrowed = new WidgetSettings { LabelIds = [label.LabelId] };
        var list = await _scene.AddAsync(WidgetKind.CardList, narrowed);
        var ageing = await _scene.AddAsync(WidgetKind.AgeingWork, narrowed);
        var columns = await _scene.AddAsync(WidgetKind.CardsPerColumn, narrowed);
        var done = await _scene.AddAsync(WidgetKind.Throughput, narrowed);
        await using var viewer = await _scene.ViewAsync(_scene.Board.Owner);
        Assert.Equal(0, ((CardsData)viewer.View!.Picture.Widgets[list].Data!).Total);
        Assert.Equal(3, Done(viewer.View.Picture, done));

        await _scene.Board.DoAsync(
            new SetCardLabel
            {
                BoardId = board.Id,
                CardId = board.Columns[1].Cards[0].Id,
                LabelId = label.LabelId,
                IsOn = true,
            }
        );

        var picture = await viewer.WaitForAsync(p => p.Widgets[list].Data is CardsData { Total: 1 });
        Assert.Single(((AgeingData)picture.Widgets[ageing].Data!).Cards);
        Assert.Equal([0, 1, 0], ((CountData)picture.Widgets[columns].Data!).Groups.Select(g => g.Count));
        Assert.Equal(3, Done(picture, done));
    }

    private Task MoveFirstAsync(int from, int to) =>
        MoveAsync(board => board.Columns[from].Cards[0].Id, board => board.Columns[to].Id);

    private async Task MoveAsync(Func<BoardSnapshot, Guid> card, Func<BoardSnapshot, Guid> column)
    {
        var board = await _scene.Board.ReadAsync();
        await _scene.Board.DoAsync(
            new MoveCard
            {
                BoardId = board.Id,
                CardId = card(board),
                ToColumnId = column(board),
            }
        );
    }

    private static int Days(DashboardPicture picture, Guid widget) =>
        ((ThroughputData)picture.Widgets[widget].Data!).Counts.Length;

    private static int Done(DashboardPicture picture, Guid widget) =>
        ((ThroughputData)picture.Widgets[widget].Data!).Counts.Sum(day => day.Count);
}
