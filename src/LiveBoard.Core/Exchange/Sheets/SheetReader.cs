using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using LiveBoard.Core.Exchange.Tables;

namespace LiveBoard.Core.Exchange.Sheets;

/// <summary>
/// Reads one sheet of a workbook (XLSX) as texts: numbers as they are stored, dates in ISO 8601, of formulas what they
/// last came to. Reads each part as a stream and holds nothing but the texts.
/// </summary>
internal static class SheetReader
{
    public static FileTable? Read(ReadOnlyMemory<byte> bytes, string? sheetName, ImportProblems problems)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        try
        {
            using var document = SheetPackage.Open(stream, problems);
            return document is null ? null : Read(document, sheetName, problems);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            problems.Add(new ImportProblem(ImportProblemCode.WorkbookBroken, Detail: Excerpt.Of(broken.Message)));
        }
        catch (XmlException tooMuch) when (IsTooMuch(tooMuch))
        {
            problems.Add(new ImportProblem(ImportProblemCode.WorkbookTooLarge));
        }
        catch (XmlException invalid)
        {
            problems.Add(
                new ImportProblem(
                    ImportProblemCode.WorkbookBroken,
                    Detail: Excerpt.Of(invalid.Message),
                    Line: invalid.LineNumber > 0 ? invalid.LineNumber : null,
                    BytePosition: invalid.LinePosition
                )
            );
        }

        return null;
    }

    /// <summary>What the packaging below throws for files that are damaged or made to harm.</summary>
    private static bool IsBroken(Exception error) =>
        error
            is InvalidDataException
                or FileFormatException
                or OpenXmlPackageException
                or NotSupportedException
                or FormatException
                or OverflowException
                or IOException
                or UriFormatException
                or ArgumentException
                or InvalidOperationException;

    private static bool IsTooMuch(XmlException error) =>
        error.Message.Contains("MaxCharactersInDocument", StringComparison.Ordinal);

    private static FileTable? Read(SpreadsheetDocument document, string? wanted, ImportProblems problems)
    {
        if (document.WorkbookPart is not { Workbook: { } workbook } book)
        {
            problems.Add(new ImportProblem(ImportProblemCode.WorkbookBroken, Detail: "workbook"));
            return null;
        }

        var sheets = workbook.Descendants<Sheet>().Where(s => s.Name?.Value is not null && s.Id?.Value is not null);
        var names = sheets.Select(s => s.Name!.Value!).ToList();
        var sheet = sheets.FirstOrDefault(s => wanted is null ? IsVisible(s) : s.Name!.Value == wanted);
        if (sheet is null || book.GetPartById(sheet.Id!.Value!) is not WorksheetPart part)
        {
            problems.Add(new ImportProblem(ImportProblemCode.SheetMissing, Detail: Excerpt.Of(wanted ?? "")));
            return null;
        }

        var uses1904 = workbook.WorkbookProperties?.Date1904?.Value == true;
        var styles = SheetStyles.Of(book.WorkbookStylesPart);
        var shared = SharedTexts(book.SharedStringTablePart, problems);
        var cells = new SheetCells(sheet.Name!.Value!, shared, styles, uses1904, problems);
        var rows = Rows(part, cells, problems, out var merged);
        var format = new TableFormat
        {
            IsWorkbook = true,
            Sheets = names,
            Sheet = sheet.Name!.Value,
            FormulaCount = cells.FormulaCount,
            MergedCount = merged,
        };
        return new FileTable(rows, format);
    }

    private static bool IsVisible(Sheet sheet) => sheet.State is null || sheet.State.Value == SheetStateValues.Visible;

    private static List<string> SharedTexts(SharedStringTablePart? part, ImportProblems problems)
    {
        var texts = new List<string>();
        if (part is null)
        {
            return texts;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                texts.Add(SheetText.Of((SharedStringItem)reader.LoadCurrentElement()!));
                if (texts.Count > TableLimits.MaxRows * 20)
                {
                    problems.Add(new ImportProblem(ImportProblemCode.WorkbookTooLarge));
                    break;
                }
            }
        }

        return texts;
    }

    private static List<TableRow> Rows(WorksheetPart part, SheetCells cells, ImportProblems problems, out int merged)
    {
        var rows = new List<TableRow>();
        merged = 0;
        var last = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (!reader.IsStartElement)
            {
                continue;
            }

            if (reader.ElementType == typeof(MergeCell))
            {
                merged++;
            }
            else if (reader.ElementType == typeof(Row))
            {
                last = NumberOf(reader, last);
                if (rows.Count >= TableLimits.MaxRows)
                {
                    problems.Add(SheetCells.Limit(ImportProblemCode.TooManyRows, TableLimits.MaxRows, last));
                    break;
                }

                // Programs mark thousands of empty rows as coloured: they are no rows of a table.
                if (cells.Read(reader, last) is { IsEmpty: false } row)
                {
                    rows.Add(row);
                }
            }
        }

        return rows;
    }

    private static int NumberOf(OpenXmlReader row, int last)
    {
        var given = row.Attributes.FirstOrDefault(a => a.LocalName == "r").Value;
        return given is null ? last + 1
            : int.TryParse(given, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > last
                ? number
            : throw new InvalidDataException($"row {given}");
    }
}
