using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using LiveBoard.Core.Exchange.Tables;

namespace LiveBoard.Core.Exchange.Sheets;

/// <summary>Reads the cells of a sheet's rows, each as the text that it stands for.</summary>
internal sealed class SheetCells(
    string sheet,
    IReadOnlyList<string> shared,
    SheetStyles styles,
    bool uses1904,
    ImportProblems problems
)
{
    /// <summary>Cells with a formula, of which the value was taken.</summary>
    public int FormulaCount { get; private set; }

    /// <summary>Reads the row that the reader stands on.</summary>
    public TableRow Read(OpenXmlReader reader, int number)
    {
        var cells = new List<string>();
        if (!reader.ReadFirstChild())
        {
            return new TableRow(number, cells);
        }

        do
        {
            if (reader.ElementType == typeof(Cell))
            {
                Add(cells, (Cell)reader.LoadCurrentElement()!, number);
            }
        } while (reader.ReadNextSibling());

        return new TableRow(number, cells);
    }

    internal static ImportProblem Limit(ImportProblemCode code, int limit, int row) =>
        new(code, Detail: limit.ToString(CultureInfo.InvariantCulture), Line: row);

    private void Add(List<string> cells, Cell cell, int row)
    {
        var column = ColumnOf(cell.CellReference?.Value) ?? cells.Count;
        if (column < cells.Count)
        {
            throw new InvalidDataException($"{cell.CellReference?.Value}");
        }

        var text = TextOf(cell, column, row);
        if (text.Length == 0)
        {
            return;
        }

        if (column >= TableLimits.MaxColumns)
        {
            problems.Add(Limit(ImportProblemCode.TooManyColumns, TableLimits.MaxColumns, row));
            return;
        }

        while (cells.Count < column)
        {
            cells.Add("");
        }

        cells.Add(text);
        if (text.Length > TableLimits.MaxCellLength)
        {
            Note(ImportProblemCode.TextTooLong, column, row, $"{TableLimits.MaxCellLength}");
        }
    }

    private string TextOf(Cell cell, int column, int row)
    {
        var value = cell.CellValue?.Text ?? "";
        if (cell.CellFormula is not null)
        {
            FormulaCount++;
            if (cell.CellValue is null)
            {
                Note(ImportProblemCode.FormulaUnsolved, column, row);
            }
        }

        var type = cell.DataType?.Value ?? CellValues.Number;
        if (type == CellValues.SharedString)
        {
            return
                int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < shared.Count
                ? shared[index]
                : throw new InvalidDataException($"shared string {value}");
        }

        if (type == CellValues.InlineString)
        {
            return cell.InlineString is { } inline ? SheetText.Of(inline) : "";
        }

        if (type == CellValues.Error)
        {
            Note(ImportProblemCode.CellError, column, row, value);
            return value;
        }

        return type == CellValues.Boolean ? (value == "1" ? "true" : "false")
            : type == CellValues.String || type == CellValues.Date ? SheetText.Decode(value)
            : NumberOf(cell, value, column, row);
    }

    private string NumberOf(Cell cell, string value, int column, int row)
    {
        if (value.Length == 0)
        {
            return "";
        }

        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            Note(ImportProblemCode.NumberInvalid, column, row, Excerpt.Of(value));
            return value;
        }

        if (!styles.IsDate(cell.StyleIndex?.Value))
        {
            // What is stored is the nearest binary number: seventeen digits of it would show what nobody typed.
            return Math.Abs(number) < 1e15
                ? number.ToString("0.###############", CultureInfo.InvariantCulture)
                : ((decimal)number).ToString(CultureInfo.InvariantCulture);
        }

        if (SheetDates.Of(number, uses1904) is { } date)
        {
            return date;
        }

        Note(ImportProblemCode.DateInvalid, column, row, value);
        return value;
    }

    private void Note(ImportProblemCode code, int column, int row, string? detail = null) =>
        problems.Add(new ImportProblem(code, $"{sheet}!{SheetColumns.NameOf(column)}{row}", detail));

    private static int? ColumnOf(string? reference) => reference is null ? null : SheetColumns.IndexOf(reference);
}
