using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LiveBoard.Core.Exchange.Sheets;

/// <summary>
/// Writes a table as a workbook (XLSX), row by row. Numbers and dates are such, everything else is text and stays it: there
/// is no formula in the file, and what looks like one is marked so that editing the cell does not make it one.
/// </summary>
public static class SheetWriter
{
    private const int MaxSheetName = 31;

    /// <summary>Writes it.</summary>
    /// <param name="stream">Where to; must be one that can be sought in.</param>
    /// <param name="name">Name for the sheet; what a sheet's name may not hold is left out.</param>
    /// <param name="headings">The first row, which stays in sight.</param>
    /// <param name="rows">Cells are texts, <see cref="double"/>, <see cref="DateTime"/> by the reader's clock, or null.</param>
    public static void Write(
        Stream stream,
        string name,
        IReadOnlyList<string> headings,
        IEnumerable<IReadOnlyList<object?>> rows
    )
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = SheetLook.Stylesheet();
        var part = book.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(part))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteElement(SheetLook.FrozenHeadings());
            writer.WriteElement(SheetLook.Widths(headings.Count));
            writer.WriteStartElement(new SheetData());
            var number = 1;
            WriteRow(writer, number, headings, SheetLook.Heading);
            foreach (var row in rows)
            {
                WriteRow(writer, ++number, row, SheetLook.Plain);
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        book.Workbook = new Workbook(
            new DocumentFormat.OpenXml.Spreadsheet.Sheets(
                new Sheet
                {
                    Id = book.GetIdOfPart(part),
                    SheetId = 1,
                    Name = NameOf(name),
                }
            )
        );
    }

    private static void WriteRow(OpenXmlWriter writer, int number, IReadOnlyList<object?> cells, uint textStyle)
    {
        writer.WriteStartElement(
            new Row(),
            [new OpenXmlAttribute("r", null!, number.ToString(CultureInfo.InvariantCulture))]
        );
        for (var i = 0; i < cells.Count; i++)
        {
            if (CellOf(cells[i], textStyle) is { } cell)
            {
                cell.CellReference = $"{SheetColumns.NameOf(i)}{number}";
                writer.WriteElement(cell);
            }
        }

        writer.WriteEndElement();
    }

    private static Cell? CellOf(object? value, uint textStyle) =>
        value switch
        {
            null or "" => null,
            double number => new Cell { CellValue = new CellValue(number) },
            DateTime at when SheetDates.From(at) is { } days => new Cell
            {
                CellValue = new CellValue(days),
                StyleIndex = at.TimeOfDay == TimeSpan.Zero ? SheetLook.Day : SheetLook.Moment,
            },
            string text => new Cell
            {
                DataType = CellValues.InlineString,
                StyleIndex = Csv.CsvText.IsFormula(text) ? SheetLook.Marked : textStyle,
                InlineString = new InlineString(
                    new Text(SheetText.Encode(text)) { Space = SpaceProcessingModeValues.Preserve }
                ),
            },
            _ => throw new ArgumentException($"A cell cannot hold {value.GetType().Name}.", nameof(value)),
        };

    private static string NameOf(string name)
    {
        var allowed = string.Concat(name.Where(c => c is not ('\\' or '/' or '?' or '*' or '[' or ']' or ':')));
        var cut = Boards.PlainText.Cut(allowed.Trim(' ', '\''), MaxSheetName).Trim(' ', '\'');
        return cut.Length == 0 ? "Cards" : cut;
    }
}
