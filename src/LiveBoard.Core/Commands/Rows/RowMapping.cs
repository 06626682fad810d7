using System.Runtime.InteropServices;
using LiveBoard.Core.Commands.Cells;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>What the rows of a file mean for a board: which column is what, and what is done with cards that are there.</summary>
public sealed record RowMapping
{
    /// <summary>For each column of the file what it holds, in order; columns after the last are ignored.</summary>
    public required IReadOnlyList<RowTarget> Targets { get; init; }

    /// <summary>Where cards go whose row names no column.</summary>
    public required Guid ColumnId { get; init; }

    /// <summary>How a row is known to be a card that is there.</summary>
    public RowKey Key { get; init; } = RowKey.None;

    /// <summary>The field, of <see cref="RowKey.Field"/>.</summary>
    public Guid? KeyFieldId { get; init; }

    /// <summary>What is done with a row whose card is there.</summary>
    public ExistingRows OnExisting { get; init; } = ExistingRows.Skip;

    /// <summary>True when labels that are not there are made.</summary>
    public bool MakesLabels { get; init; }

    /// <summary>True when columns that are not there are made.</summary>
    public bool MakesColumns { get; init; }

    /// <summary>True when choices of fields that are not there are made.</summary>
    public bool MakesChoices { get; init; }
}

/// <summary>What a column of a file holds.</summary>
/// <param name="Kind">Nothing that counts, the card's number, or one of its cells.</param>
/// <param name="Cell">Which cell.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RowTarget(RowTargetKind Kind, CellColumn Cell = default)
{
    /// <summary>Nothing that counts.</summary>
    public static readonly RowTarget Ignored;

    /// <summary>The card's number.</summary>
    public static readonly RowTarget Number = new(RowTargetKind.Number);

    /// <summary>One of the card's cells.</summary>
    public static RowTarget Of(CellKind kind, Guid? fieldId = null) =>
        new(RowTargetKind.Cell, new CellColumn(kind, fieldId));
}

/// <summary>What a column of a file can hold.</summary>
public enum RowTargetKind
{
    /// <summary>Nothing that counts.</summary>
    Ignored = 0,

    /// <summary>The card's number.</summary>
    Number = 1,

    /// <summary>A cell of the card.</summary>
    Cell = 2,
}

/// <summary>By what a row is known to be a card that is there.</summary>
public enum RowKey
{
    /// <summary>By nothing: each row is a new card.</summary>
    None = 0,

    /// <summary>By the card's number.</summary>
    Number = 1,

    /// <summary>By its title, letter by letter.</summary>
    Title = 2,

    /// <summary>By its value of a custom field.</summary>
    Field = 3,
}

/// <summary>What is done with a row whose card is there.</summary>
public enum ExistingRows
{
    /// <summary>Nothing.</summary>
    Skip = 0,

    /// <summary>The card becomes what the row says.</summary>
    Update = 1,

    /// <summary>A second card is made.</summary>
    Create = 2,
}

/// <summary>One row of a file.</summary>
/// <param name="Number">Where it stands there, from 1.</param>
/// <param name="Cells">Its texts, in the order of the file's columns.</param>
public sealed record RowInput(int Number, IReadOnlyList<string> Cells)
{
    internal string Cell(int column) => column < Cells.Count ? Cells[column] : "";
}
