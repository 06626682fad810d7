using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Commands.Rows;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>Those about the rows of a file.</summary>
internal static partial class EveryCommand
{
    private static IEnumerable<BoardCommand> OnRows(BoardSnapshot board)
    {
        // Not the first: there something is typed that no import may take back.
        var card = board.Columns[^1].Cards[0];
        yield return new ImportRows
        {
            BoardId = board.Id,
            Mapping = new RowMapping { Targets = [RowTarget.Of(CellKind.Title)], ColumnId = card.ColumnId },
            Rows = [new RowInput(2, ["New"])],
            Source = "cards.csv",
        };
        yield return new TakeBackRows
        {
            BoardId = board.Id,
            Version = card.Version,
            CardIds = [card.Id],
            Before = [],
        };
    }
}
