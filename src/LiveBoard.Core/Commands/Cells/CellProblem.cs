namespace LiveBoard.Core.Commands.Cells;

/// <summary>Why a cell's text cannot be taken, and where it stands.</summary>
/// <param name="Fault">The reason.</param>
/// <param name="Column">The column of the cell.</param>
/// <param name="Text">The text as it was given.</param>
public sealed record CellProblem(CellFault Fault, CellColumn Column, string Text)
{
    /// <summary>What exactly is meant: the name nobody has, the limit, or what stands in the cell now.</summary>
    public string? Detail { get; init; }

    /// <summary>The card of the row; null for one that is to be made.</summary>
    public Guid? CardId { get; init; }

    /// <summary>Index in <see cref="EditCells.NewCards"/>; null for a card that is there.</summary>
    public int? NewCard { get; init; }
}

/// <summary>Reasons for not taking a cell's text.</summary>
public enum CellFault
{
    /// <summary>The cell must not be empty.</summary>
    Empty,

    /// <summary>Longer than the limit, which is the detail.</summary>
    TooLong,

    /// <summary>Holds characters that cannot be stored.</summary>
    Unstorable,

    /// <summary>No number in the notation "-1234.5".</summary>
    NotANumber,

    /// <summary>A number with a comma: it could be meant as a decimal sign or as a separator of thousands.</summary>
    NumberWithComma,

    /// <summary>None of the forms that dates are taken in, see <see cref="CellDates.Forms"/>.</summary>
    NotADate,

    /// <summary>A date whose day and month, or century, could be taken for each other.</summary>
    AmbiguousDate,

    /// <summary>A date outside of what calendars can show.</summary>
    DateOutOfRange,

    /// <summary>Neither yes nor no.</summary>
    NotYesOrNo,

    /// <summary>Met, but there is no due date.</summary>
    DoneWithoutDue,

    /// <summary>Nothing has the name that is the detail.</summary>
    UnknownName,

    /// <summary>More than one has the name that is the detail.</summary>
    AmbiguousName,

    /// <summary>More than one name where there is room for one.</summary>
    OnlyOne,

    /// <summary>A quotation mark that does not end, or that ends in the middle of a name.</summary>
    BrokenQuotes,

    /// <summary>No absolute http or https address.</summary>
    UnsafeLink,

    /// <summary>There is no such field on the board.</summary>
    FieldNotFound,

    /// <summary>There is no such card on the board, or no longer.</summary>
    CardNotFound,

    /// <summary>There is no such column on the board, or no longer.</summary>
    ColumnNotFound,

    /// <summary>The same cell was given before.</summary>
    Twice,

    /// <summary>Somebody changed the cell since it was read; what it says now is the detail.</summary>
    ChangedMeanwhile,
}
