using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Checklists;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Core.Commands.Labels;
using LiveBoard.Core.Events;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Access.Work;

/// <summary>A person's work on all boards: what belongs to it, what is left out, and who may read it.</summary>
public sealed class WorkReaderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Provider> Providers => [Provider.Sqlite, Provider.PostgreSql];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Work_IsWhatOneHas_WhereOneIsNamed_AndWhatOneWatches_EachCardOnce(Provider provider)
    {
        await using var scene = await WorkScene.CreateAsync(provider);
        var label = Guid.CreateVersion7();
        await scene.Board.DoAsync(
            new AddLabel
            {
                BoardId = scene.Board.Id,
                LabelId = label,
                Name = "Piers",
                Color = LabelColor.Straw,
            }
        );
        var has = await scene.AssignAsync(0);
        await scene.Board.DoAsync(
            new SetCardLabel
            {
                BoardId = scene.Board.Id,
                CardId = has,
                LabelId = label,
                IsOn = true,
            }
        );
        var (stepped, item) = await scene.GiveStepAsync(1);
        var named = await scene.SayAsync(2, "Look, @Mara Okafor");
        await scene.SayAsync(0, "You too, @Mara Okafor");
        var watched = (await scene.CardAsync(3)).Id;
        await scene.Database.Watches.SetAsync(scene.Mara, scene.Board.Id, watched, isOn: true, Cancellation);
        var said = await scene.SayAsync(4, "I was here", scene.Mara);

        var work = await scene.ReadAsync();

        Assert.Equal("Mara Okafor", work.Person.Name);
        Assert.Equal(new[] { has, stepped }.Order(), work.Cards.Select(c => c.Id).Order());
        Assert.Equal([named], work.Mentioned.Select(c => c.Id));
        Assert.Equal(new[] { watched, said }.Order(), work.Watched.Select(c => c.Id).Order());
        var card = work.Cards.Single(c => c.Id == has);
        Assert.Equal(
            ("Board", "Column 1", "Column 1 card 1", true),
            (card.BoardName, card.ColumnName, card.Title, card.IsAssigned)
        );
        Assert.Equal(new LabelSnapshot(label, "Piers", LabelColor.Straw), Assert.Single(card.Labels));
        var step = work.Cards.Single(c => c.Id == stepped);
        Assert.Equal((false, item), (step.IsAssigned, Assert.Single(step.Steps).Id));
        Assert.Equal(2, (await scene.Reader.CountAsync(scene.Mara, Cancellation)).Count);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Work_LeavesOutWhatIsDone_PutAway_OrUnwanted(Provider provider)
    {
        await using var scene = await WorkScene.CreateAsync(provider);
        var (archived, deleted) = (await scene.AssignAsync(0), await scene.AssignAsync(1));
        await ShelveAsync(scene, archived, CardShelf.Archive);
        await ShelveAsync(scene, deleted, CardShelf.Trash);
        var (stepped, item) = await scene.GiveStepAsync(0);
        await scene.Board.DoAsync(
            new TickChecklistItem
            {
                BoardId = scene.Board.Id,
                CardId = stepped,
                ItemId = item,
                IsDone = true,
            }
        );
        var unwanted = await scene.SayAsync(1, "I was here", scene.Mara);
        await scene.Database.Watches.SetAsync(scene.Mara, scene.Board.Id, unwanted, isOn: false, Cancellation);
        await AssertNothingAsync(scene);

        var second = (await scene.Board.ReadAsync()).Columns[1].Id;
        var moved = await scene.AssignAsync(2);
        await scene.MoveAsync(moved, second);
        Assert.Equal(moved, Assert.Single((await scene.ReadAsync()).Cards).Id);

        await StageAsync(scene, second, ColumnStage.Done);
        await AssertNothingAsync(scene);

        await StageAsync(scene, second, ColumnStage.InProgress);
        Assert.Single((await scene.ReadAsync()).Cards);
        await scene.Board.DoAsync(new ArchiveColumn { BoardId = scene.Board.Id, ColumnId = second });
        await AssertNothingAsync(scene);
        await scene.Board.DoAsync(new RestoreColumn { BoardId = scene.Board.Id, ColumnId = second });
        Assert.Single((await scene.ReadAsync()).Cards);
        await scene.Board.DoAsync(new ArchiveBoard { BoardId = scene.Board.Id, IsArchived = true });
        await AssertNothingAsync(scene);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Work_OnABoardThatTheReaderMayNotOpen_IsNotThere(Provider provider)
    {
        await using var scene = await WorkScene.CreateAsync(provider);
        await scene.AssignAsync(0);
        await scene.GiveStepAsync(1);
        await scene.SayAsync(2, "Look, @Mara Okafor");
        await scene.SayAsync(3, "I was here", scene.Mara);
        var colleague = await scene.Database.AddUserAsync(scene.Board.WorkspaceId);
        Assert.Equal(2, (await scene.ReadAsync(colleague)).Cards.Length);

        await scene.Board.CloseToWorkspaceAsync();

        await AssertNothingAsync(scene);
        var theirs = await scene.ReadAsync(colleague);
        Assert.Empty(theirs.Cards.Concat(theirs.Mentioned).Concat(theirs.Watched));
        // Its owner still sees what she has there: whose right counts is the reader's.
        Assert.Equal(2, (await scene.ReadAsync(scene.Board.Owner)).Cards.Length);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Work_OfSomebodyInNoWorkspaceOfTheReaders_IsLikeThatOfNobody(Provider provider)
    {
        await using var scene = await WorkScene.CreateAsync(provider);
        var stranger = await scene.Database.AddUserAsync(await scene.Database.AddWorkspaceAsync());

        Assert.Null(await scene.Reader.ReadAsync(stranger, scene.Mara.PersonId, Cancellation));
        Assert.Null(await scene.Reader.ReadAsync(stranger, Guid.NewGuid(), Cancellation));
        Assert.Null(await scene.Reader.ReadAsync(default, scene.Mara.PersonId, Cancellation));
        var own = await scene.Reader.ReadAsync(stranger, stranger.PersonId, Cancellation);
        Assert.Equal([stranger.PersonId], own!.People.Select(p => p.Id));
        Assert.Equal(
            new[] { scene.Mara.PersonId, scene.Board.Owner.PersonId }.Order(),
            (await scene.ReadAsync()).People.Select(p => p.Id).Order()
        );

        await using var db = scene.Database.CreateDbContext();
        (await db.Users.SingleAsync(u => u.Id == scene.Mara.PersonId, Cancellation)).IsDisabled = true;
        await db.SaveChangesAsync(Cancellation);
        Assert.Null(await scene.Reader.ReadAsync(scene.Mara, scene.Mara.PersonId, Cancellation));
    }

    [Fact]
    public async Task Work_OnManyBoards_CostsAsManyStatementsAsOnOne()
    {
        await using var scene = await WorkScene.CreateAsync(Provider.Sqlite);
        await scene.AssignAsync(0);
        var one = await CostAsync(scene);
        for (var i = 0; i < 3; i++)
        {
            var more = await TestBoard.CreateAsync(scene.Database, columns: 1, cardsPerColumn: 4);
            await scene.Database.JoinAsync(more.WorkspaceId, scene.Mara);
            await scene.AssignAsync(0, more);
            await scene.AssignAsync(1, more);
        }

        Assert.Equal(7, (await scene.ReadAsync()).Cards.Length);
        Assert.Equal(one, await CostAsync(scene));
        Assert.Equal((6, 4), one);
    }

    [Fact]
    public async Task Following_HearsOfWhatChangesTheWork_AndOfNothingElse()
    {
        await using var scene = await WorkScene.CreateAsync(Provider.Sqlite);
        var (stepped, _) = await scene.GiveStepAsync(1);
        var watched = (await scene.CardAsync(3)).Id;
        await scene.Database.Watches.SetAsync(scene.Mara, scene.Board.Id, watched, isOn: true, Cancellation);
        var work = (await scene.ReadAsync()).Following;
        var tally = (await scene.Reader.CountAsync(scene.Mara, Cancellation)).Following;
        List<DirectoryEvent> heard = [];
        using var listening = scene.Database.Bus.SubscribeDirectory(heard.Add);

        Assert.Equal((true, true), await HeardAsync(() => scene.AssignAsync(0)));
        Assert.Equal((true, true), await HeardAsync(() => scene.AssignAsync(0, isOn: false)));
        Assert.Equal((true, true), await HeardAsync(() => RenameAsync(stepped)));
        Assert.Equal((true, false), await HeardAsync(() => RenameAsync(watched)));
        Assert.Equal((false, false), await HeardAsync(async () => await RenameAsync((await scene.CardAsync(4)).Id)));
        var column = (await scene.Board.ReadAsync()).Columns[1].Id;
        Assert.Equal((true, true), await HeardAsync(() => StageAsync(scene, column, ColumnStage.Done)));
        var elsewhere = await TestBoard.CreateAsync(scene.Database, columns: 1, cardsPerColumn: 0);
        Assert.Equal((false, false), await HeardAsync(elsewhere.AddCardAsync));

        async Task<(bool Work, bool Tally)> HeardAsync(Func<Task> change)
        {
            heard.Clear();
            await change();
            return (heard.Exists(work.IsConcerned), heard.Exists(tally.IsConcerned));
        }

        Task RenameAsync(Guid card) =>
            scene.Board.DoAsync(
                new RenameCard
                {
                    BoardId = scene.Board.Id,
                    CardId = card,
                    Title = "Other",
                }
            );
    }

    private static async Task<(int Read, int Count)> CostAsync(WorkScene scene)
    {
        var before = scene.Database.Statements.Count;
        await scene.ReadAsync();
        var between = scene.Database.Statements.Count;
        await scene.Reader.CountAsync(scene.Mara, Cancellation);
        return (between - before, scene.Database.Statements.Count - between);
    }

    private static async Task AssertNothingAsync(WorkScene scene)
    {
        var work = await scene.ReadAsync();
        Assert.Empty(work.Cards);
        Assert.Empty(work.Mentioned);
        Assert.Empty(work.Watched);
        Assert.Equal(0, (await scene.Reader.CountAsync(scene.Mara, Cancellation)).Count);
    }

    private static Task ShelveAsync(WorkScene scene, Guid card, CardShelf to) =>
        scene.Board.DoAsync(
            new ShelveCards
            {
                BoardId = scene.Board.Id,
                CardIds = [card],
                To = to,
            }
        );

    private static Task StageAsync(WorkScene scene, Guid column, ColumnStage stage) =>
        scene.Board.DoAsync(
            new SetColumnStage
            {
                BoardId = scene.Board.Id,
                ColumnId = column,
                Stage = stage,
            }
        );
}
