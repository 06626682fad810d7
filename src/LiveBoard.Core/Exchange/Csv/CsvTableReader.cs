using System.Globalization;
using CsvHelper;
using LiveBoard.Core.Exchange.Tables;

namespace LiveBoard.Core.Exchange.Csv;

/// <summary>Takes text apart into rows and cells (RFC 4180), with the separator found out or given.</summary>
internal static class CsvTableReader
{
    public static FileTable? Read(string text, TableFormat format, TableWish wish, ImportProblems problems)
    {
        if (Refuse(text) is { } code)
        {
            problems.Add(code);
            return null;
        }

        var quote = wish.Quote ?? GuessQuote(text);
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            Separator = wish.Delimiter,
            Quote = quote,
            // Four bytes for each sign of each cell that a row may have would be too many; no real row comes near this.
            MaxRecordSize = TableLimits.MaxCellLength * 40,
            OnMalformedRecord = record => NoteUnclosed(record, problems),
        };
        var rows = new List<TableRow>();
        using var reader = CsvReader.FromText(text, options);
        try
        {
            while (reader.Read() && !IsTooMuch(rows.Count, reader, problems))
            {
                rows.Add(new TableRow((int)reader.LineNumber, Cells(reader, problems)));
            }
        }
        catch (CsvFormatException)
        {
            // Thrown for a record that is longer than any may be.
            problems.Add(TooLong(rows.Count == 0 ? 1 : rows[^1].Number + 1));
        }

        while (rows.Count > 0 && rows[^1].IsEmpty)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        return new FileTable(rows, format with { Delimiter = reader.Separator, Quote = quote });
    }

    /// <summary>What is no table at all: other files under its name.</summary>
    private static ImportProblem? Refuse(string text)
    {
        if (text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var zero)
        {
            return new ImportProblem(ImportProblemCode.NotTable, Detail: "NUL", Line: LineOf(text, zero));
        }

        var start = text.AsSpan().TrimStart();
        return
            start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            ? new ImportProblem(ImportProblemCode.NotTable, Detail: "HTML", Line: 1)
            : null;
    }

    private static long LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    /// <summary>The usual sign, unless it is not there at all and cells stand between the other one.</summary>
    private static char GuessQuote(string text)
    {
        if (text.Contains('"', StringComparison.Ordinal))
        {
            return '"';
        }

        var first = text.AsSpan();
        var end = first.IndexOfAny('\r', '\n');
        first = end < 0 ? first : first[..end];
        return first.Length > 1 && first[0] == '\'' && first[^1] == '\'' ? '\'' : '"';
    }

    private static void NoteUnclosed(CsvMalformedRecord record, ImportProblems problems)
    {
        // A quote elsewhere is a sign like any other.
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            problems.Add(new ImportProblem(ImportProblemCode.QuoteOpen, Line: record.LineNumber));
        }
    }

    private static bool IsTooMuch(int rows, CsvReader reader, ImportProblems problems)
    {
        if (rows >= TableLimits.MaxRows)
        {
            problems.Add(Limit(ImportProblemCode.TooManyRows, TableLimits.MaxRows, reader.LineNumber));
            return true;
        }

        if (reader.FieldCount > TableLimits.MaxColumns)
        {
            problems.Add(Limit(ImportProblemCode.TooManyColumns, TableLimits.MaxColumns, reader.LineNumber));
            return true;
        }

        return false;
    }

    private static string[] Cells(CsvReader reader, ImportProblems problems)
    {
        var cells = new string[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = CsvText.Plain(reader.GetString(i));
            if (cells[i].Length > TableLimits.MaxCellLength)
            {
                problems.Add(TooLong(reader.LineNumber));
            }
        }

        return cells;
    }

    private static ImportProblem TooLong(long line) =>
        Limit(ImportProblemCode.TextTooLong, TableLimits.MaxCellLength, line);

    private static ImportProblem Limit(ImportProblemCode code, int limit, long line) =>
        new(code, Detail: limit.ToString(CultureInfo.InvariantCulture), Line: line);
}
