using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Widgets;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

public sealed class EveryCommandTests
{
    [Fact]
    public void EveryType_IsThere()
    {
        var board = SampleSnapshots.Board(columns: 2, cardsPerColumn: 1);
        var label = new LabelSnapshot(Guid.CreateVersion7(), "Piers", LabelColor.Straw);
        board = board with { Labels = board.Labels.Add(label.Id, label) };

        var made = EveryCommand
            .On(board, default)
            .Concat(EveryCommand.OnWidgets(board.Id, Guid.CreateVersion7()))
            .Select(c => c.GetType());

        // These make a board rather than change one.
        Assert.Equal(
            EveryCommand
                .Types.Except([typeof(CreateBoard), typeof(CreateDashboard), typeof(ImportBoard)])
                .Select(t => t.Name)
                .Order(),
            made.Select(t => t.Name).Order()
        );
    }
}
