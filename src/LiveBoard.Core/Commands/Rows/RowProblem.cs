using LiveBoard.Core.Commands.Cells;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>One thing that is wrong with a row.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Row">The row's place in the file.</param>
/// <param name="Column">Index of the column in the file; null when it is about the row as a whole.</param>
/// <param name="Text">What stands there.</param>
public sealed record RowProblem(RowFault Fault, int Row, int? Column, string Text)
{
    /// <summary>Why the cell cannot be taken, of <see cref="RowFault.Cell"/>.</summary>
    public CellFault? Cell { get; init; }

    /// <summary>What exactly is meant: the name nobody has, the limit, the other row.</summary>
    public string? Detail { get; init; }
}

/// <summary>What can be wrong with a row.</summary>
public enum RowFault
{
    /// <summary>A cell cannot be taken.</summary>
    Cell = 0,

    /// <summary>A new card would have no title.</summary>
    NoTitle = 1,

    /// <summary>More cells than columns are mapped, with something in them.</summary>
    TooManyCells = 2,

    /// <summary>No card number.</summary>
    NotANumber = 3,

    /// <summary>The card of that number is in the archive or in the trash, or has left the board.</summary>
    CardPutAway = 4,

    /// <summary>An earlier row is about the same card; the detail is its place.</summary>
    Twice = 5,

    /// <summary>More than one card has the key.</summary>
    KeyAmbiguous = 6,

    /// <summary>The column's hard limit would be passed; the detail is the limit.</summary>
    ColumnFull = 7,

    /// <summary>The board would hold more cards, labels, columns or choices than it can; the detail is the limit.</summary>
    TooMany = 8,

    /// <summary>The same thing is the target of two columns of the file.</summary>
    TargetTwice = 9,

    /// <summary>What a column is mapped to is not there any more.</summary>
    TargetGone = 10,
}
