using LiveBoard.Core.Commands.Cells;

namespace LiveBoard.Core.Grids;

/// <summary>Works out which cells of a table a pasted one goes into. Pure.</summary>
public static class GridPaste
{
    /// <summary>The cards of lines, without the heads of groups.</summary>
    /// <param name="view">The table.</param>
    /// <param name="firstLine">The first line.</param>
    /// <param name="lastLine">The last line; as far as there are any.</param>
    public static IEnumerable<Guid> CardsFrom(GridView view, int firstLine, int lastLine = int.MaxValue)
    {
        for (var line = firstLine; line < view.LineCount && line <= lastLine; line++)
        {
            if (view[line].Row is { } row)
            {
                yield return row.Card.Id;
            }
        }
    }

    /// <summary>The command, but for its board. Rows for which there is no card become cards; columns beyond the table's last are left out.</summary>
    /// <param name="view">The table.</param>
    /// <param name="cards">The cards of the rows, in order.</param>
    /// <param name="rows">What is pasted.</param>
    /// <param name="firstColumn">Where the left edge goes.</param>
    /// <param name="columnForNew">Where cards go that are made, unless their row says so.</param>
    public static EditCells Plan(
        GridView view,
        IReadOnlyList<Guid> cards,
        IReadOnlyList<IReadOnlyList<string>> rows,
        int firstColumn,
        Guid columnForNew
    )
    {
        var edits = new List<CellEdit>();
        var made = new List<NewCard>();
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = rows[i]
                .Take(view.Columns.Length - firstColumn)
                .Select((text, column) => (view.Columns[firstColumn + column].Cell, text));
            if (i < cards.Count)
            {
                edits.AddRange(cells.Select(c => new CellEdit(cards[i], c.Cell, c.text)));
            }
            else
            {
                made.Add(new NewCard([.. cells.Select(c => new CellInput(c.Cell, c.text))], columnForNew));
            }
        }

        return new EditCells
        {
            BoardId = view.Board.Id,
            Edits = edits,
            NewCards = made,
        };
    }
}
