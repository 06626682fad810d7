namespace LiveBoard.Core.Exchange.Tables;

/// <summary>A table as a file holds it: texts only, rows of any length.</summary>
/// <param name="Rows">All rows, a row of headings included.</param>
/// <param name="Format">How it was read.</param>
public sealed record FileTable(IReadOnlyList<TableRow> Rows, TableFormat Format)
{
    /// <summary>Number of columns of the longest row.</summary>
    public int Width { get; } = Rows.Count == 0 ? 0 : Rows.Max(row => row.Cells.Count);
}

/// <summary>One row.</summary>
/// <param name="Number">Where it stands in the file, from 1: the line it begins on, or the row of the sheet.</param>
/// <param name="Cells">Its cells; may be fewer or more than in other rows.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>The cell; empty where the row is too short.</summary>
    public string Cell(int column) => column < Cells.Count ? Cells[column] : "";

    /// <summary>True when nothing is in it.</summary>
    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>How a file was read, for people to see and correct.</summary>
public sealed record TableFormat
{
    /// <summary>True for a workbook of a spreadsheet.</summary>
    public bool IsWorkbook { get; init; }

    /// <summary>The encoding of a text file.</summary>
    public TableEncoding Encoding { get; init; }

    /// <summary>False when the encoding is the last resort: then people must look whether the letters are right.</summary>
    public bool IsEncodingCertain { get; init; } = true;

    /// <summary>What stands between the cells of a text file.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>What stands around a cell of a text file that holds delimiters.</summary>
    public char Quote { get; init; } = '"';

    /// <summary>The sheets of a workbook, in order.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>The sheet that was read.</summary>
    public string? Sheet { get; init; }

    /// <summary>Cells whose formula is left behind: what it last came to is taken.</summary>
    public int FormulaCount { get; init; }

    /// <summary>Blocks of merged cells, whose value stands in the first one only.</summary>
    public int MergedCount { get; init; }
}

/// <summary>Encodings that a text file can have.</summary>
public enum TableEncoding
{
    /// <summary>UTF-8, with or without a byte order mark.</summary>
    Utf8 = 0,

    /// <summary>UTF-16, low byte first.</summary>
    Utf16 = 1,

    /// <summary>UTF-16, high byte first.</summary>
    Utf16BigEndian = 2,

    /// <summary>Windows-1252, which spreadsheets in Western Europe write.</summary>
    Windows1252 = 3,
}

/// <summary>Names of encodings.</summary>
public static class TableEncodings
{
    /// <summary>What people call it.</summary>
    public static string NameOf(TableEncoding encoding) =>
        encoding switch
        {
            TableEncoding.Utf16 => "UTF-16",
            TableEncoding.Utf16BigEndian => "UTF-16 BE",
            TableEncoding.Windows1252 => "Windows-1252",
            _ => "UTF-8",
        };
}

/// <summary>How somebody wants a file to be read; what is null is found out.</summary>
/// <param name="Encoding">Encoding of a text file.</param>
/// <param name="Delimiter">What stands between the cells of a text file.</param>
/// <param name="Quote">What stands around cells of a text file.</param>
/// <param name="Sheet">The sheet of a workbook.</param>
public sealed record TableWish(
    TableEncoding? Encoding = null,
    char? Delimiter = null,
    char? Quote = null,
    string? Sheet = null
);

/// <summary>What became of reading a file.</summary>
/// <param name="Table">The table; null when anything is wrong with the file.</param>
/// <param name="Problems">What is wrong, the first hundred.</param>
/// <param name="ProblemCount">How many things are wrong in all.</param>
public sealed record TableReading(FileTable? Table, IReadOnlyList<ImportProblem> Problems, int ProblemCount);
