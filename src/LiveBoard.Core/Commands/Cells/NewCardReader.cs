namespace LiveBoard.Core.Commands.Cells;

/// <summary>Reads rows that become cards, and notes each cell that cannot be taken.</summary>
/// <param name="words">What the texts can name.</param>
internal sealed class NewCardReader(CellVocabulary words)
{
    private static readonly CellColumn Title = new(CellKind.Title);
    private static readonly CellColumn Column = new(CellKind.Column);
    private static readonly CellColumn Done = new(CellKind.Done);

    private readonly HashSet<Guid> _columns = [.. words.Columns.Choices.Select(c => c.Id)];

    public (IReadOnlyList<CardWish> Rows, IReadOnlyList<CellProblem> Problems) Read(IReadOnlyList<NewCard> rows)
    {
        var problems = new List<CellProblem>();
        var wishes = new List<CardWish>();
        for (var i = 0; i < rows.Count; i++)
        {
            var (wish, wrong) = Read(rows[i]);
            wishes.Add(wish);
            problems.AddRange(wrong.Select(p => p with { NewCard = i }));
        }

        return (wishes, problems);
    }

    private (CardWish, IReadOnlyList<CellProblem>) Read(NewCard row)
    {
        var problems = new List<CellProblem>();
        var columnId = row.ColumnId;
        var wish = new CardWish(row.CardId);
        foreach (var cell in row.Cells)
        {
            if (!wish.Cells.TryAdd(cell.Column, CellValue.None))
            {
                problems.Add(new CellProblem(CellFault.Twice, cell.Column, cell.Text));
            }
            else if (cell.Text.Length > 0 || cell.Column.Kind is CellKind.Title or CellKind.Field)
            {
                var reading = CellText.Read(cell.Column, cell.Text, words);
                wish.Cells[cell.Column] = reading.Value ?? CellValue.None;
                problems.AddRange(reading.Problem is { } problem ? [problem] : []);
            }
        }

        if (!wish.Cells.ContainsKey(Title))
        {
            problems.Add(new CellProblem(CellFault.Empty, Title, ""));
        }

        if (wish.IsDoneWithoutDue(dueAt: null))
        {
            problems.Add(new CellProblem(CellFault.DoneWithoutDue, Done, CellText.Yes));
        }

        columnId = wish[CellKind.Column] is { Ids: [var named] } ? named : columnId;
        if (!_columns.Contains(columnId))
        {
            problems.Add(new CellProblem(CellFault.ColumnNotFound, Column, ""));
        }

        return (wish with { ColumnId = columnId }, problems);
    }
}
