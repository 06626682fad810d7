using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Bulk;
using LiveBoard.Core.Tests.Commands;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Access;

/// <summary>Every command is in docs/access.md, and does for every role on the board what is said there.</summary>
public sealed class AccessTableTests(SharedDatabase shared) : IClassFixture<SharedDatabase>
{
    private static readonly AccessTable Table = AccessTable.Under("Board commands");

    public static TheoryData<string, string, string> RoleCells => new(Table.Cells("none", "admin"));

    public static TheoryData<string, string, string> ArchivedCells => new(Table.Cells("archived", "archived"));

    [Fact]
    public void EveryCommand_HasOneRow_AndEveryRowACommand() =>
        Assert.Equal(
            EveryCommand.Types.Select(t => t.Name).Order(StringComparer.Ordinal),
            Table
                .Names.Concat(AccessTable.Under(BoardMakingTests.Heading).Names)
                .Concat(AccessTable.Under(DashboardTableTests.Heading).Names)
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(RoleCells))]
    public async Task Command_ByRole_IsAnsweredAsTheTableSays(string command, string role, string answer)
    {
        var (board, other) = (await shared.MakeBoardAsync(), await shared.MakeBoardAsync());
        var actor = await shared.Database.AddUserAsync();
        await shared.GiveAsync(board, actor, Enum.Parse<BoardRole>(role, ignoreCase: true));
        await shared.GiveAsync(other, actor, Enum.Parse<BoardRole>(role, ignoreCase: true));
        await board.AddDetailsAsync(actor);
        var before = (Board: await board.ReadAsync(), Other: await other.ReadAsync());
        var wish = Find(EveryCommand.On(before.Board, actor, before.Other, board.Owner), command);

        var result = await shared.Database.Commands.HandleAsync(wish, actor);

        Assert.Equal(answer, AccessAnswer.Of(result));
        if (!result.IsDone)
        {
            Assert.Equal(before.Board.Version, (await board.ReadAsync()).Version);
            Assert.Equal(before.Other.Version, (await other.ReadAsync()).Version);
        }
    }

    [Theory]
    [MemberData(nameof(ArchivedCells))]
    public async Task Command_ToAnArchivedBoard_IsAnsweredAsTheTableSays(string command, string column, string answer)
    {
        var (board, other) = (await shared.MakeBoardAsync(), await shared.MakeBoardAsync());
        await shared.GiveAsync(other, board.Owner, BoardRole.Admin);
        await board.DoAsync(new ArchiveBoard { BoardId = board.Id, IsArchived = true });
        var colleague = await shared.Database.AddUserAsync(board.WorkspaceId);
        var all = EveryCommand.On(await board.ReadAsync(), board.Owner, await other.ReadAsync(), colleague);

        var result = await shared.Database.Commands.HandleAsync(Find(all, command), board.Owner);

        Assert.Equal("archived", column);
        Assert.Equal(answer == AccessAnswer.Yes ? null : RejectionCode.BoardArchived, result.Rejection?.Code);
    }

    [Fact]
    public async Task Command_ThatChangesTwoBoards_NeedsTheRightOnBoth()
    {
        var board = await shared.MakeBoardAsync();
        var all = EveryCommand.On(await board.ReadAsync(), board.Owner).ToList();

        Assert.All(Table.Rows, row => Assert.Equal(RightOn(Find(all, row.Name)), row["right on"]));
    }

    private static BoardCommand Find(IEnumerable<BoardCommand> all, string name) =>
        all.Single(c => c.GetType().Name == name);

    private static string RightOn(BoardCommand command) =>
        command is ChangeCards or PatchCards ? "all boards"
        : command.OtherBoardId is null ? "the board"
        : "both boards";
}
