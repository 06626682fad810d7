using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Plans;
using LiveBoard.Core.Commands.Widgets;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>An archived board is read-only, and one that is not there cannot be changed, whatever the command.</summary>
public sealed class ArchivedBoardTests
{
    /// <summary>What may be done to an archived board: bring it back.</summary>
    private static readonly Type[] ForArchivedBoards = [typeof(ArchiveBoard)];

    [Fact]
    public async Task EveryCommand_OnAnArchivedBoard_IsRefused_AndChangesNothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await ArchivedAsync(database);
        var other = await TestBoard.CreateAsync(database);
        await database.JoinAsync(other.WorkspaceId, board.Owner);
        var commands = EveryCommand
            .On(await board.ReadAsync(), board.Owner, await other.ReadAsync())
            .Where(c => !ForArchivedBoards.Contains(c.GetType()))
            .Concat(EveryCommand.OnWidgets(board.Id, Guid.CreateVersion7()))
            .Append(Create(board))
            .Append(CreateDashboard(board))
            .Append(Import(board))
            .ToList();
        Assert.Equal(
            EveryCommand.Types.Except(ForArchivedBoards).Select(t => t.Name).Order(),
            commands.Select(c => c.GetType().Name).Order()
        );
        var before = await DatabaseText.OfAsync(database);

        foreach (var command in commands)
        {
            var result = await database.Commands.HandleAsync(command, board.Owner);
            Assert.Equal(
                (command.GetType().Name, RejectionCode.BoardArchived),
                (command.GetType().Name, result.Rejection?.Code)
            );
        }

        Assert.Equal(before, await DatabaseText.OfAsync(database));
    }

    [Fact]
    public async Task EveryCommand_OnABoardThatIsNotThere_IsRefused_AndChangesNothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        await board.AddLabelAsync();
        var read = await board.ReadAsync();
        var gone = read with { Header = read.Header with { Id = Guid.CreateVersion7() } };
        var before = await DatabaseText.OfAsync(database);

        var commands = EveryCommand.On(gone, board.Owner, read);
        foreach (var command in commands.Concat(EveryCommand.OnWidgets(gone.Id, Guid.CreateVersion7())))
        {
            var result = await database.Commands.HandleAsync(command, board.Owner);
            Assert.Equal(
                (command.GetType().Name, RejectionCode.BoardNotFound),
                (command.GetType().Name, result.Rejection?.Code)
            );
        }

        Assert.Equal(before, await DatabaseText.OfAsync(database));
    }

    [Fact]
    public async Task Card_CannotBeTakenToAnArchivedBoard()
    {
        await using var database = await TestDatabase.CreateAsync();
        var archived = await ArchivedAsync(database);
        var board = await TestBoard.CreateAsync(database);
        await database.JoinAsync(archived.WorkspaceId, board.Owner);
        var read = await board.ReadAsync();
        var before = await DatabaseText.OfAsync(database);

        var result = await database.Commands.HandleAsync(
            new Core.Commands.Cards.MoveCardToBoard
            {
                BoardId = board.Id,
                CardId = read.Columns[0].Cards[0].Id,
                ToBoardId = archived.Id,
                ToColumnId = (await archived.ReadAsync()).Columns[0].Id,
            },
            board.Owner
        );

        Assert.Equal(RejectionCode.BoardArchived, result.Rejection?.Code);
        Assert.Equal(before, await DatabaseText.OfAsync(database));
    }

    [Fact]
    public async Task ArchivedBoard_CanBeBroughtBack_AndIsAsItWas()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await ArchivedAsync(database);
        var before = await board.ReadAsync();

        await board.DoAsync(new ArchiveBoard { BoardId = board.Id, IsArchived = false });

        var after = await board.ReadAsync();
        Assert.False(after.Header.IsArchived);
        Assert.Equal(
            SnapshotText.Of(before with { Version = after.Version, Header = after.Header }),
            SnapshotText.Of(after)
        );
    }

    private static async Task<TestBoard> ArchivedAsync(TestDatabase database)
    {
        var board = await TestBoard.CreateAsync(database);
        await board.AddLabelAsync();
        await board.DoAsync(new ArchiveBoard { BoardId = board.Id, IsArchived = true });
        return board;
    }

    private static CreateBoard Create(TestBoard board) =>
        new()
        {
            BoardId = board.Id,
            WorkspaceId = board.WorkspaceId,
            Name = "Over it",
        };

    private static CreateDashboard CreateDashboard(TestBoard board) =>
        new()
        {
            BoardId = board.Id,
            WorkspaceId = board.WorkspaceId,
            Name = "Over it",
        };

    private static ImportBoard Import(TestBoard board) =>
        new()
        {
            BoardId = board.Id,
            WorkspaceId = board.WorkspaceId,
            Plan = new BoardPlan { Name = "Over it" },
        };
}
