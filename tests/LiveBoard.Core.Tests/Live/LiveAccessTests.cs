using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Events;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Live;

/// <summary>Whoever may not see a board any more is handed nothing more, however they lost the right, and only they.</summary>
public sealed class LiveAccessTests
{
    /// <summary>The ways in which one person loses a board.</summary>
    public enum Loss
    {
        OutOfTheWorkspace,
        AccountDisabled,
        OwnRoleTakenAway,
    }

    [Theory]
    [InlineData(Loss.OutOfTheWorkspace)]
    [InlineData(Loss.AccountDisabled)]
    [InlineData(Loss.OwnRoleTakenAway)]
    public async Task WhoeverLosesTheRight_IsOut_AndTheOthersStay(Loss loss)
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        var ann = await database.AddUserAsync(board.WorkspaceId);
        if (loss == Loss.OwnRoleTakenAway)
        {
            await board.SetRoleAsync(ann, BoardRole.Editor);
            await board.CloseToWorkspaceAsync();
        }

        await using var leaving = await Viewer.OpenAsync(database, board.Id, ann);
        await using var staying = await Viewer.OpenAsync(database, board.Id, board.Owner);

        await LoseAsync(board, ann, loss);
        var version = (await board.AddCardAsync()).Version;

        await leaving.WaitForUpdateAsync(update => update.Frame is null);
        await staying.WaitForAsync(frame => frame.Board.Version == version);
        Assert.DoesNotContain(leaving.Updates, update => update.Frame?.Board.Version == version);
        Assert.DoesNotContain(staying.Updates, update => update.Frame is null);
        Assert.Null(await database.Live.PeekAsync(board.Id, ann));
    }

    [Fact]
    public async Task NewsOfStrangers_KeepsNoFrameAndNoQuestionFromAnybody()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        var ann = await database.AddUserAsync(board.WorkspaceId);
        await using var viewer = await Viewer.OpenAsync(database, board.Id, ann);
        TellOfStrangers();

        var version = (await board.AddCardAsync()).Version;
        await viewer.WaitForAsync(frame => frame.Board.Version == version);

        TellOfStrangers();
        await LoseAsync(board, ann, Loss.OutOfTheWorkspace);
        await viewer.WaitForUpdateAsync(update => update.Frame is null);

        void TellOfStrangers()
        {
            for (var i = 0; i < 20; i++)
            {
                var stranger = new PersonSnapshot(Guid.CreateVersion7(), $"Stranger {i}", 1, IsPlaceholder: false);
                database.Bus.Publish(new PersonChanged(stranger));
            }

            database.Bus.Publish(new AccessChanged(PersonId: null, WorkspaceId: null, board.Id));
        }
    }

    [Fact]
    public async Task NewsOfOtherPlacesAndPeople_AsksNobody()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        var elsewhere = await TestBoard.CreateAsync(database);
        await using var viewer = await Viewer.OpenAsync(database, board.Id, board.Owner);
        await CountAsync();

        var without = await CountAsync();
        var with = await CountAsync(
            new AccessChanged(PersonId: null, elsewhere.WorkspaceId, BoardId: null),
            new AccessChanged(PersonId: null, WorkspaceId: null, elsewhere.Id),
            new AccessChanged(elsewhere.Owner.PersonId, board.WorkspaceId, BoardId: null)
        );
        var asking = await CountAsync(new AccessChanged(board.Owner.PersonId, WorkspaceId: null, BoardId: null));

        Assert.Equal((without, without + 1), (with, asking));

        async Task<int> CountAsync(params DirectoryEvent[] news)
        {
            var before = database.Statements.Count;
            Array.ForEach(news, database.Bus.Publish);
            var version = (await board.AddCardAsync()).Version;
            await viewer.WaitForAsync(frame => frame.Board.Version == version);
            return database.Statements.Count - before;
        }
    }

    [Fact]
    public async Task BoardThatWasNotThere_CanBeOpened_OnceItIs()
    {
        await using var database = await TestDatabase.CreateAsync();
        var workspace = await database.AddWorkspaceAsync();
        var owner = await database.AddUserAsync(workspace, WorkspaceRole.Owner);
        var id = Guid.CreateVersion7();
        Assert.Null(await database.Live.SubscribeAsync(id, owner, _ => Task.CompletedTask));
        Assert.Equal(0, database.Live.OpenBoardCount);

        await database.Commands.HandleAsync(
            new CreateBoard
            {
                BoardId = id,
                WorkspaceId = workspace,
                Name = "New",
            },
            owner
        );

        await using var viewer = await Viewer.OpenAsync(database, id, owner);
        Assert.Equal("New", viewer.Subscription.First.Board.Header.Name);
    }

    private static async Task LoseAsync(TestBoard board, Actor person, Loss loss)
    {
        await using var db = board.Database.CreateDbContext();
        switch (loss)
        {
            case Loss.OutOfTheWorkspace:
                db.WorkspaceMembers.Remove(await db.WorkspaceMembers.SingleAsync(m => m.PersonId == person.PersonId));
                await db.SaveChangesAsync();
                break;
            case Loss.AccountDisabled:
                (await db.Users.SingleAsync(u => u.Id == person.PersonId)).IsDisabled = true;
                await db.SaveChangesAsync();
                break;
            default:
                await board.SetRoleAsync(person, BoardRole.None);
                break;
        }
    }
}
