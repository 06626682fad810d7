using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>
/// Labels, columns and choices that rows name and the board does not have: found before the rows are read, so that the
/// one reader of cells knows their names.
/// </summary>
internal sealed class RowAdditions
{
    private static readonly string LabelLimit = Label.MaxPerBoard.ToString(CultureInfo.InvariantCulture);

    private readonly Dictionary<Guid, List<string>> _choices = [];

    /// <summary>New labels, in the order of the file.</summary>
    public List<CellName> Labels { get; } = [];

    /// <summary>New columns, in the order of the file.</summary>
    public List<CellName> Columns { get; } = [];

    /// <summary>New choices by field.</summary>
    public IReadOnlyDictionary<Guid, List<string>> Choices => _choices;

    /// <summary>Collects them, and notes those that cannot be.</summary>
    public static RowAdditions Of(
        RowMapping mapping,
        IReadOnlyList<RowInput> rows,
        BoardSnapshot board,
        CellVocabulary words,
        RowProblems problems
    )
    {
        var found = new RowAdditions();
        for (var column = 0; column < mapping.Targets.Count; column++)
        {
            if (mapping.Targets[column] is not { Kind: RowTargetKind.Cell, Cell: var cell })
            {
                continue;
            }

            if (cell.Kind == CellKind.Labels && mapping.MakesLabels)
            {
                found.CollectLabels(rows, column, board, words, problems);
            }
            else if (cell.Kind == CellKind.Column && mapping.MakesColumns)
            {
                found.CollectColumns(rows, column, board, words, problems);
            }
            else if (
                cell is { Kind: CellKind.Field, FieldId: { } id }
                && mapping.MakesChoices
                && words.Fields.GetValueOrDefault(id) is { Type: CustomFieldType.Select } field
            )
            {
                found.CollectChoices(rows, column, field, problems);
            }
        }

        return found;
    }

    /// <summary>The words with the new ones.</summary>
    public CellVocabulary Extend(CellVocabulary words) =>
        words with
        {
            Labels = new NameBook([.. words.Labels.Choices, .. Labels]),
            Columns = new NameBook([.. words.Columns.Choices, .. Columns]),
            Fields = words.Fields.ToDictionary(
                f => f.Key,
                f => Choices.ContainsKey(f.Key) ? f.Value with { Options = OptionsOf(f.Value) } : f.Value
            ),
        };

    /// <summary>A field's choices with the new ones.</summary>
    public string OptionsOf(FieldSnapshot field) =>
        string.Join('\n', [.. FieldNotation.ChoicesOf(field.Options), .. Choices[field.Id]]);

    private void CollectLabels(
        IReadOnlyList<RowInput> rows,
        int column,
        BoardSnapshot board,
        CellVocabulary words,
        RowProblems problems
    )
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            foreach (var name in CellNames.Split(row.Cell(column)) ?? [])
            {
                if (
                    words.Labels.Find(name).Count > 0
                    || !seen.Add(name)
                    || Line(name, Label.MaxNameLength, row, column, problems) is not { } line
                )
                {
                    continue;
                }

                Labels.Add(new CellName(Guid.CreateVersion7(), line));
                if (board.Labels.Count + Labels.Count == Label.MaxPerBoard + 1)
                {
                    problems.Add(RowFault.TooMany, row.Number, column, name, LabelLimit);
                }
            }
        }
    }

    private void CollectColumns(
        IReadOnlyList<RowInput> rows,
        int column,
        BoardSnapshot board,
        CellVocabulary words,
        RowProblems problems
    )
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var name = row.Cell(column).Trim();
            if (
                PlainText.IsBlank(name)
                || words.Columns.Find(name).Count > 0
                || !seen.Add(name)
                || Line(name, Column.MaxNameLength, row, column, problems) is not { } line
            )
            {
                continue;
            }

            Columns.Add(new CellName(Guid.CreateVersion7(), line));
            if (board.Columns.Length + Columns.Count == Column.MaxPerBoard + 1)
            {
                var limit = Column.MaxPerBoard.ToString(CultureInfo.InvariantCulture);
                problems.Add(RowFault.TooMany, row.Number, column, name, limit);
            }
        }
    }

    private void CollectChoices(IReadOnlyList<RowInput> rows, int column, FieldSnapshot field, RowProblems problems)
    {
        var known = FieldNotation.ChoicesOf(field.Options);
        var seen = new HashSet<string>(known, StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var choice = row.Cell(column).Trim();
            if (
                PlainText.IsBlank(choice)
                || !seen.Add(choice)
                || Line(choice, CustomField.MaxOptionLength, row, column, problems) is not { } line
            )
            {
                continue;
            }

            var made = _choices.TryGetValue(field.Id, out var list) ? list : _choices[field.Id] = [];
            made.Add(line);
            if (known.Count + made.Count == CustomField.MaxOptions + 1)
            {
                var limit = CustomField.MaxOptions.ToString(CultureInfo.InvariantCulture);
                problems.Add(RowFault.TooMany, row.Number, column, choice, limit);
            }
        }
    }

    private static string? Line(string text, int maxLength, RowInput row, int column, RowProblems problems)
    {
        if (TextRules.Line(text, maxLength, "", out var line) is not { } invalid)
        {
            return line;
        }

        var fault = invalid.Code == RejectionCode.TextTooLong ? CellFault.TooLong : CellFault.Unstorable;
        var limit = maxLength.ToString(CultureInfo.InvariantCulture);
        problems.Add(RowFault.Cell, row.Number, column, text, limit, fault);
        return null;
    }
}
