using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Exchange.Tables;

/// <summary>How large a table may be. Told before a file is chosen, and the same for every kind of file.</summary>
public static class TableLimits
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MaxBytes = 25 * 1024 * 1024;

    /// <summary>Most rows: as many as a board can hold cards, and one of headings.</summary>
    public const int MaxRows = Card.MaxPerBoard + 1;

    /// <summary>Most columns.</summary>
    public const int MaxColumns = 200;

    /// <summary>Longest cell, in UTF-16 units: what a spreadsheet's cell can hold.</summary>
    public const int MaxCellLength = 32_767;

    /// <summary>Most characters of one part of a workbook once it is unpacked, markup included.</summary>
    public const long MaxPartLength = 300L * 1024 * 1024;
}
