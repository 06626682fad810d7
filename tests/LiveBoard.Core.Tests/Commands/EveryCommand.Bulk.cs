using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Bulk;
using LiveBoard.Core.Commands.Cells;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>Those about many cards.</summary>
internal static partial class EveryCommand
{
    private static IEnumerable<BoardCommand> OnMany(BoardSnapshot board)
    {
        var card = board.Columns[0].Cards[0];
        yield return new EditCells
        {
            BoardId = board.Id,
            Edits = [new CellEdit(card.Id, new CellColumn(CellKind.Title), "New")],
        };
        yield return new PatchCards
        {
            BoardId = board.Id,
            Patches = [new CardPatch { CardId = card.Id, Title = new CardStep<string>(card.Title, "New") }],
        };
    }
}
