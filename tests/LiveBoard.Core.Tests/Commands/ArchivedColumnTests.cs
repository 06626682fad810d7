using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>An archived column is not on the board: nobody sees it, so nothing about it changes until it is back.</summary>
public sealed class ArchivedColumnTests
{
    /// <summary>What may be done to an archived column: bring it back, or put it away once more.</summary>
    private static readonly Type[] ForArchivedColumns = [typeof(ArchiveColumn), typeof(RestoreColumn)];

    [Fact]
    public async Task EveryChange_OfAnArchivedColumn_IsRefused_AndChangesNothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        await board.AddLabelAsync();
        var read = await board.ReadAsync();
        await board.DoAsync(new ArchiveColumn { BoardId = board.Id, ColumnId = read.Columns[0].Id });
        var commands = EveryCommand
            .On(read, board.Owner)
            .OfType<ColumnCommand>()
            .Where(c => !ForArchivedColumns.Contains(c.GetType()))
            .ToList();
        Assert.Contains(commands, c => c is SetColumnLimit);
        var before = await DatabaseText.OfAsync(database);

        foreach (var command in commands)
        {
            var result = await database.Commands.HandleAsync(command, board.Owner);
            Assert.Equal(
                (command.GetType().Name, RejectionCode.ColumnNotFound),
                (command.GetType().Name, result.Rejection?.Code)
            );
        }

        Assert.Equal(before, await DatabaseText.OfAsync(database));
    }

    [Fact]
    public async Task ArchivedColumn_ThatIsBack_CanBeChangedAgain()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        var column = (await board.ReadAsync()).Columns[0].Id;
        await board.DoAsync(new ArchiveColumn { BoardId = board.Id, ColumnId = column });
        await board.DoAsync(new RestoreColumn { BoardId = board.Id, ColumnId = column });

        await board.DoAsync(
            new SetColumnLimit
            {
                BoardId = board.Id,
                ColumnId = column,
                Limit = 3,
            }
        );

        Assert.Equal(3, (await board.ReadAsync()).FindColumn(column)!.WipLimit);
    }
}
