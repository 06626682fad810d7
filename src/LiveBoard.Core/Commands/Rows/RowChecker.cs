using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>
/// Says what rows mean for a board, all of them before anything is done. Pure: the dry run and the import ask the same
/// thing.
/// </summary>
/// <param name="board">The board as it is now.</param>
/// <param name="nextNumber">Number that its next card gets.</param>
/// <param name="words">What cells can name there.</param>
/// <param name="mapping">What the rows' columns mean.</param>
internal sealed class RowChecker(BoardSnapshot board, int nextNumber, CellVocabulary words, RowMapping mapping)
{
    private static readonly CellColumn Title = new(CellKind.Title);
    private static readonly CellColumn Due = new(CellKind.Due);

    private readonly RowProblems _problems = new();
    private readonly Dictionary<Guid, RowInput> _claimed = [];
    private readonly List<RowDeed> _deeds = [];
    private RowMatcher _matcher = null!;
    private RowAdditions _additions = null!;
    private CellVocabulary _words = null!;
    private int _skipped;
    private int _unchanged;

    /// <summary>Checks all rows.</summary>
    public RowReview Check(IReadOnlyList<RowInput> rows)
    {
        CheckTargets();
        _additions = RowAdditions.Of(mapping, rows, board, words, _problems);
        _words = _additions.Extend(words);
        _matcher = new RowMatcher(board, nextNumber, mapping);
        if (_problems.Count == 0)
        {
            foreach (var row in rows)
            {
                Check(row);
            }

            CheckRoom(rows);
        }

        return Review();
    }

    private RowReview Review() =>
        new()
        {
            Problems = _problems.Kept,
            ProblemCount = _problems.Count,
            Made = _deeds.Count(d => d.Existing is null),
            Changed = _deeds.Count(d => d.Existing is not null),
            Unchanged = _unchanged,
            Skipped = _skipped,
            Labels = [.. _additions.Labels.Select(l => l.Name)],
            Columns = [.. _additions.Columns.Select(c => c.Name)],
            Choices =
            [
                .. _additions.Choices.SelectMany(f =>
                    f.Value.Select(choice => $"{words.Fields[f.Key].Name}: {choice}")
                ),
            ],
            Version = board.Version,
            Deeds = _problems.Count == 0 ? _deeds : [],
            Additions = _additions,
        };

    /// <summary>Each thing once, and only what is there: boards change while people map.</summary>
    private void CheckTargets()
    {
        var seen = new HashSet<RowTarget>();
        for (var i = 0; i < mapping.Targets.Count; i++)
        {
            var target = mapping.Targets[i];
            if (target.Kind != RowTargetKind.Ignored && !seen.Add(target))
            {
                _problems.Add(RowFault.TargetTwice, 0, i, "");
            }
            else if (
                target.Cell is { Kind: CellKind.Field } field
                && !words.Fields.ContainsKey(field.FieldId ?? default)
            )
            {
                _problems.Add(RowFault.TargetGone, 0, i, "");
            }
        }

        if (board.FindColumn(mapping.ColumnId) is null)
        {
            _problems.Add(RowFault.TargetGone, 0, null, "");
        }

        if (mapping.Key == RowKey.Field && !words.Fields.ContainsKey(mapping.KeyFieldId ?? default))
        {
            _problems.Add(RowFault.TargetGone, 0, null, "");
        }
    }

    private void Check(RowInput row)
    {
        for (var i = mapping.Targets.Count; i < row.Cells.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(row.Cells[i]))
            {
                _problems.Add(RowFault.TooManyCells, row.Number, i, row.Cells[i]);
                return;
            }
        }

        var match = _matcher.Find(row, _problems);
        if (match.IsRefused || IsTwice(row, match.Card))
        {
            return;
        }

        if (match.Card is not null && mapping.OnExisting == ExistingRows.Skip)
        {
            _skipped++;
            return;
        }

        var before = _problems.Count;
        var values = Read(row, match.Card);
        if (_problems.Count > before)
        {
            return;
        }

        if (match.Card is { } card && values.All(v => RowValues.IsSame(card, v.Key, v.Value)))
        {
            _unchanged++;
            return;
        }

        _deeds.Add(new RowDeed(match.Card, values));
    }

    private bool IsTwice(RowInput row, CardSnapshot? card)
    {
        if (card is null || _claimed.TryAdd(card.Id, row))
        {
            return false;
        }

        var first = _claimed[card.Id].Number.ToString(CultureInfo.InvariantCulture);
        _problems.Add(RowFault.Twice, row.Number, null, card.Title, first);
        return true;
    }

    private Dictionary<CellColumn, CellValue> Read(RowInput row, CardSnapshot? card)
    {
        var values = new Dictionary<CellColumn, CellValue>();
        for (var i = 0; i < mapping.Targets.Count; i++)
        {
            if (mapping.Targets[i] is not { Kind: RowTargetKind.Cell, Cell: var column })
            {
                continue;
            }

            var text = row.Cell(i);
            // A row that names no column: the one for such cards, or where the card is.
            if (text.Length == 0 && (card is null ? column.Kind != CellKind.Title : column.Kind == CellKind.Column))
            {
                continue;
            }

            var reading = CellText.Read(column, text, _words);
            if (reading.Problem is { } problem)
            {
                _problems.Add(row.Number, i, problem);
            }
            else
            {
                values[column] = reading.Value!;
            }
        }

        if (card is null && !mapping.Targets.Contains(new RowTarget(RowTargetKind.Cell, Title)))
        {
            _problems.Add(RowFault.NoTitle, row.Number, null, "");
        }

        CheckDone(row, card, values);
        return values;
    }

    private void CheckDone(RowInput row, CardSnapshot? card, Dictionary<CellColumn, CellValue> values)
    {
        var due = values.TryGetValue(Due, out var given) ? given.At : card?.DueAt;
        if (values.GetValueOrDefault(new CellColumn(CellKind.Done)) is { IsOn: true } && due is null)
        {
            var column = mapping.Targets.ToList().IndexOf(RowTarget.Of(CellKind.Done));
            _problems.Add(RowFault.Cell, row.Number, column, row.Cell(column), cell: CellFault.DoneWithoutDue);
        }
    }

    private void CheckRoom(IReadOnlyList<RowInput> rows)
    {
        var made = _deeds.Count(d => d.Existing is null);
        if (nextNumber - 1 + made > Card.MaxPerBoard)
        {
            var limit = Card.MaxPerBoard.ToString(CultureInfo.InvariantCulture);
            _problems.Add(RowFault.TooMany, rows[^1].Number, null, "", limit);
        }

        var joining = _deeds
            .Select(d => (To: d[CellKind.Column]?.Ids[0] ?? d.Existing?.ColumnId ?? mapping.ColumnId, d.Existing))
            .Where(d => d.Existing?.ColumnId != d.To)
            .CountBy(d => d.To);
        foreach (var (columnId, count) in joining)
        {
            if (
                board.FindColumn(columnId) is { IsWipLimitHard: true, WipLimit: { } limit } column
                && column.Cards.Length + count > limit
            )
            {
                var most = limit.ToString(CultureInfo.InvariantCulture);
                _problems.Add(RowFault.ColumnFull, rows[^1].Number, null, column.Name, most);
            }
        }
    }
}
