using System.Globalization;
using LiveBoard.Core.Exchange.Csv;
using LiveBoard.Core.Exchange.Sheets;

namespace LiveBoard.Core.Exchange.Tables;

/// <summary>
/// Reads a table out of a file, whatever it is called: a workbook of a spreadsheet (XLSX) or text with separators
/// (CSV, TSV). All of it or none, with every reason and place. Touches neither database nor network. Thread-safe.
/// </summary>
public static class TableReader
{
    /// <summary>Reads a file that has been taken in.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="wish">How it is to be read; null to find out.</param>
    public static TableReading Read(ReadOnlyMemory<byte> bytes, TableWish? wish = null)
    {
        wish ??= new TableWish();
        var problems = new ImportProblems();
        var table = Read(bytes, wish, problems);
        if (table is { Rows.Count: 0 } && problems.Count == 0)
        {
            problems.Add(new ImportProblem(ImportProblemCode.FileEmpty));
        }

        return new TableReading(problems.Count == 0 ? table : null, problems.Kept, problems.Count);
    }

    private static FileTable? Read(ReadOnlyMemory<byte> bytes, TableWish wish, ImportProblems problems)
    {
        var start = bytes.Span;
        if (start.IsEmpty)
        {
            problems.Add(new ImportProblem(ImportProblemCode.FileEmpty));
            return null;
        }

        if (start.Length > TableLimits.MaxBytes)
        {
            var limit = TableLimits.MaxBytes.ToString(CultureInfo.InvariantCulture);
            problems.Add(new ImportProblem(ImportProblemCode.FileTooLarge, Detail: limit));
            return null;
        }

        if (start.StartsWith("PK"u8))
        {
            return SheetReader.Read(bytes, wish.Sheet, problems);
        }

        // What Excel wrote before 2007, and what it still puts around a workbook with a password.
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            problems.Add(new ImportProblem(ImportProblemCode.WorkbookLocked));
            return null;
        }

        return TextEncodings.Read(start, wish.Encoding, problems, out var format) is { } text
            ? CsvTableReader.Read(text, format, wish, problems)
            : null;
    }
}
