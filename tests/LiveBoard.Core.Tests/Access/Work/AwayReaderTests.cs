using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Work;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Columns;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Core.Tests.Access.Work;

/// <summary>Whoever comes back to a board is told what others did since they last saw it, and nothing of their own.</summary>
public sealed class AwayReaderTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Provider> Providers => [Provider.Sqlite, Provider.PostgreSql];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task News_AreWhatOthersDid_ByCard_TheLatestFirst(Provider provider)
    {
        await using var scene = await WorkScene.CreateAsync(provider, _time);
        var second = (await scene.Board.ReadAsync()).Columns[1].Id;
        await VisitAsync(scene);
        _time.Advance(TimeSpan.FromMinutes(10));
        var (moved, own) = ((await scene.CardAsync(0)).Id, (await scene.CardAsync(1)).Id);
        await scene.MoveAsync(moved, second);
        await scene.MoveAsync(own, second, scene.Mara);
        var said = await scene.SayAsync(0, "There");
        await scene.SayAsync(0, "And there");
        await scene.Board.AddCardAsync();

        var news = await ReadAsync(scene);

        Assert.Equal((1, 1, 0, 1), (news.Moved, news.Created, news.Done, news.Commented));
        Assert.Equal(3, news.Cards.Length);
        Assert.Equal("One more", news.Cards[0].Title);
        Assert.Equal((said, 2), (news.Cards[1].Id, news.Cards[1].Entries.Length));
        Assert.Equal(moved, news.Cards[2].Id);
        var move = Assert.Single(news.Cards[2].Entries);
        Assert.Equal(
            (ActivityKind.CardMoved, scene.Board.Owner.PersonId, "Column 1", "Column 2"),
            (move.Kind, move.Actor!.Id, move.FromColumn, move.After)
        );
        Assert.False(news.HasMore);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task CardThatIsDone_IsNotCountedAsMoved_AndOneThatIsGone_NotAtAll(Provider provider)
    {
        await using var scene = await WorkScene.CreateAsync(provider, _time);
        var second = (await scene.Board.ReadAsync()).Columns[1].Id;
        await VisitAsync(scene);
        await scene.Board.DoAsync(
            new SetColumnStage
            {
                BoardId = scene.Board.Id,
                ColumnId = second,
                Stage = ColumnStage.Done,
            }
        );
        var (done, gone) = ((await scene.CardAsync(0)).Id, (await scene.CardAsync(1)).Id);
        await scene.MoveAsync(done, second);
        // Was done for a while only.
        var back = (await scene.CardAsync(2)).Id;
        await scene.MoveAsync(back, second);
        await scene.MoveAsync(back, (await scene.Board.ReadAsync()).Columns[0].Id);
        await scene.MoveAsync(gone, second);
        await scene.Board.DoAsync(
            new ShelveCards
            {
                BoardId = scene.Board.Id,
                CardIds = [gone],
                To = CardShelf.Trash,
            }
        );

        var news = await ReadAsync(scene);

        Assert.Equal((1, 1), (news.Moved, news.Done));
        Assert.Equal([back, done], news.Cards.Select(c => c.Id));
    }

    [Fact]
    public async Task WhatWasSeen_IsToldByVersion_AndNeverGoesBack()
    {
        await using var scene = await WorkScene.CreateAsync(Provider.Sqlite, _time);
        var bookmarks = Bookmarks(scene);
        // The clock stands still: only versions tell what was before and what after.
        await scene.SayAsync(0, "Before");
        await VisitAsync(scene);
        await bookmarks.VisitAsync(scene.Mara, scene.Board.Id, version: 1, Cancellation);
        Assert.Empty((await ReadAsync(scene)).Cards);

        await scene.SayAsync(1, "After");
        Assert.Equal(1, (await ReadAsync(scene)).Commented);
    }

    [Fact]
    public async Task BookmarkWithoutAVersion_TellsByTime()
    {
        await using var scene = await WorkScene.CreateAsync(Provider.Sqlite, _time);
        await scene.SayAsync(0, "Before");
        var bookmark = new BoardBookmark
        {
            PersonId = scene.Mara.PersonId,
            BoardId = scene.Board.Id,
            LastVisitedAt = _time.GetUtcNow().UtcDateTime,
        };
        _time.Advance(TimeSpan.FromMinutes(1));
        await scene.SayAsync(1, "After");

        var news = await Reader(scene).ReadAsync(scene.Mara, scene.Board.Id, bookmark, Cancellation);

        Assert.Equal((1, 1), (news!.Commented, news.Cards.Length));
    }

    [Fact]
    public async Task Away_IsHalfAnHour_AndBeforeTheFirstVisitThereIsNone()
    {
        await using var scene = await WorkScene.CreateAsync(Provider.Sqlite, _time);
        var reader = Reader(scene);
        Assert.False(reader.IsWorthTelling(await BookmarkAsync(scene)));
        await VisitAsync(scene);
        _time.Advance(AwayReader.Away - TimeSpan.FromSeconds(1));
        Assert.False(reader.IsWorthTelling(await BookmarkAsync(scene)));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(reader.IsWorthTelling(await BookmarkAsync(scene)));
    }

    [Fact]
    public async Task News_CostTwoStatements_AndNoneOfAClosedBoard()
    {
        await using var scene = await WorkScene.CreateAsync(Provider.Sqlite, _time);
        await VisitAsync(scene);
        for (var i = 0; i < 5; i++)
        {
            await scene.SayAsync(i, "There");
        }

        var bookmark = await BookmarkAsync(scene);
        var before = scene.Database.Statements.Count;
        Assert.Equal(5, (await ReadAsync(scene, bookmark)).Commented);
        Assert.Equal(2, scene.Database.Statements.Count - before);

        await scene.Board.CloseToWorkspaceAsync();
        Assert.Null(await Reader(scene).ReadAsync(scene.Mara, scene.Board.Id, bookmark, Cancellation));
    }

    private static async Task<AwayNews> ReadAsync(WorkScene scene, BoardBookmark? bookmark = null) =>
        (
            await Reader(scene)
                .ReadAsync(scene.Mara, scene.Board.Id, bookmark ?? await BookmarkAsync(scene), Cancellation)
        )!;

    private static async Task VisitAsync(WorkScene scene)
    {
        var version = (await scene.Board.ReadAsync()).Version;
        await Bookmarks(scene).VisitAsync(scene.Mara, scene.Board.Id, version, Cancellation);
    }

    private static Task<BoardBookmark> BookmarkAsync(WorkScene scene) =>
        Bookmarks(scene).ReadAsync(scene.Mara, scene.Board.Id, Cancellation);

    private static AwayReader Reader(WorkScene scene) =>
        new(scene.Database, scene.Database.Access, scene.Database.Time);

    private static BookmarkService Bookmarks(WorkScene scene) =>
        new(scene.Database, scene.Database.Access, scene.Database.Writes, scene.Database.Refusals, scene.Database.Time);
}
