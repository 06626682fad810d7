using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>A card goes to another board only by the hand of somebody who may change both.</summary>
public sealed class TwoBoardRightsTests
{
    public static TheoryData<BoardRole, BoardRole> RolePairs =>
        new MatrixTheoryData<BoardRole, BoardRole>(Enum.GetValues<BoardRole>(), Enum.GetValues<BoardRole>());

    [Theory]
    [MemberData(nameof(RolePairs))]
    public async Task CardToAnotherBoard_NeedsTheRightOnBoth(BoardRole here, BoardRole there)
    {
        await using var database = await TestDatabase.CreateAsync();
        var source = await TestBoard.CreateAsync(database, columns: 1, cardsPerColumn: 2);
        var target = await TestBoard.CreateAsync(database, columns: 1, cardsPerColumn: 1);
        var actor = await database.AddUserAsync();
        await GiveAsync(source, actor, here);
        await GiveAsync(target, actor, there);
        var (from, to) = (await source.ReadAsync(), await target.ReadAsync());
        var before = await DatabaseText.OfAsync(database);
        var card = from.Columns[0].Cards[0];
        var move = new MoveCardToBoard
        {
            BoardId = source.Id,
            CardId = card.Id,
            ToBoardId = target.Id,
            ToColumnId = to.Columns[0].Id,
        };

        var result = await database.Commands.HandleAsync(move, actor);

        Assert.Equal(Expected(here, there), result.Rejection?.Code);
        if (result.IsDone)
        {
            Assert.DoesNotContain(card.Id, (await source.ReadAsync()).Cards.Keys);
            Assert.Contains(card.Id, (await target.ReadAsync()).Cards.Keys);
            // The way back is a command like any other: it needs the same rights.
            await GiveAsync(source, actor, BoardRole.Viewer);
            var undone = await database.Commands.HandleAsync(result.Undo!, actor);
            Assert.Equal(RejectionCode.NotAllowed, undone.Rejection?.Code);
        }
        else
        {
            Assert.Equal(before, await DatabaseText.OfAsync(database));
        }
    }

    [Fact]
    public async Task CardOfAnotherBoard_IsNotTaken_WithTheRightOnTheTargetOnly()
    {
        await using var database = await TestDatabase.CreateAsync();
        var theirs = await TestBoard.CreateAsync(database);
        var mine = await TestBoard.CreateAsync(database);
        var target = await TestBoard.CreateAsync(database);
        await database.JoinAsync(target.WorkspaceId, mine.Owner);
        var before = await DatabaseText.OfAsync(database);

        var result = await database.Commands.HandleAsync(
            new MoveCardToBoard
            {
                BoardId = mine.Id,
                CardId = (await theirs.ReadAsync()).Columns[0].Cards[0].Id,
                ToBoardId = target.Id,
                ToColumnId = (await target.ReadAsync()).Columns[0].Id,
            },
            mine.Owner
        );

        Assert.Equal(RejectionCode.CardNotFound, result.Rejection?.Code);
        Assert.Equal(before, await DatabaseText.OfAsync(database));
    }

    private static RejectionCode? Expected(BoardRole here, BoardRole there) =>
        here == BoardRole.None || there == BoardRole.None ? RejectionCode.BoardNotFound
        : here < BoardRole.Editor || there < BoardRole.Editor ? RejectionCode.NotAllowed
        : null;

    /// <summary>Closes the board to its workspace and gives the person just this role on it.</summary>
    private static async Task GiveAsync(TestBoard board, Actor actor, BoardRole role)
    {
        await board.CloseToWorkspaceAsync();
        await board.Database.JoinAsync(board.WorkspaceId, actor, WorkspaceRole.Member);
        await board.SetRoleAsync(actor, role);
    }
}
