using System.Collections.Immutable;

namespace LiveBoard.Core.Boards;

/// <summary>
/// Reckons from a board as a whole which of its cards wait for which others. A blocker counts while it stands on the
/// board in a column where work is not done; so one that is moved, archived or deleted changes cards that nobody touched.
/// </summary>
public static class Blockers
{
    /// <summary>The board with every card's <see cref="CardSnapshot.OpenBlockers"/>; what stays as it is keeps its reference.</summary>
    /// <param name="board">The board, whose cards may still say what was true before.</param>
    public static BoardSnapshot Reckon(BoardSnapshot board)
    {
        Dictionary<Guid, CardSnapshot>? changed = null;
        foreach (var column in board.Columns)
        {
            foreach (var card in column.Cards)
            {
                if (card.BlockerIds.IsEmpty && card.OpenBlockers.IsEmpty)
                {
                    continue;
                }

                var open = OpenOf(card, board);
                if (!open.SequenceEqual(card.OpenBlockers))
                {
                    changed ??= [];
                    changed.Add(card.Id, card with { OpenBlockers = open });
                }
            }
        }

        return changed is null ? board : With(board, changed);
    }

    private static ImmutableArray<int> OpenOf(CardSnapshot card, BoardSnapshot board) =>
        [
            .. card
                .BlockerIds.Select(id => board.Cards.GetValueOrDefault(id))
                .OfType<CardSnapshot>()
                .Where(blocker => board.FindColumn(blocker.ColumnId) is { Stage: not ColumnStage.Done })
                .Select(blocker => blocker.Number)
                .Order(),
        ];

    private static BoardSnapshot With(BoardSnapshot board, Dictionary<Guid, CardSnapshot> changed) =>
        board with
        {
            Cards = board.Cards.SetItems(changed),
            Columns =
            [
                .. board.Columns.Select(column =>
                    column.Cards.Any(card => changed.ContainsKey(card.Id))
                        ? column with
                        {
                            Cards = [.. column.Cards.Select(card => changed.GetValueOrDefault(card.Id, card))],
                        }
                        : column
                ),
            ],
        };
}
