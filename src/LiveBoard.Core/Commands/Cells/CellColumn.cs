using System.Runtime.InteropServices;

namespace LiveBoard.Core.Commands.Cells;

/// <summary>What a cell holds of its card.</summary>
public enum CellKind
{
    /// <summary>The title.</summary>
    Title = 0,

    /// <summary>The description.</summary>
    Description = 1,

    /// <summary>The board's column that it is in, by name.</summary>
    Column = 2,

    /// <summary>All its labels, by name.</summary>
    Labels = 3,

    /// <summary>Everybody who has it, by name or e-mail address.</summary>
    Assignees = 4,

    /// <summary>When work is planned to start.</summary>
    Start = 5,

    /// <summary>When it is due.</summary>
    Due = 6,

    /// <summary>Whether the due date has been met.</summary>
    Done = 7,

    /// <summary>Its value of a custom field.</summary>
    Field = 8,
}

/// <summary>Which property of cards, or which custom field, a column of cells shows.</summary>
/// <param name="Kind">What its cells hold.</param>
/// <param name="FieldId">The custom field, of <see cref="CellKind.Field"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CellColumn(CellKind Kind, Guid? FieldId = null);
