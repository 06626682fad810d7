using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>What importing rows would do, or why it cannot be done. The same whether it is carried out or not.</summary>
public sealed record RowReview
{
    /// <summary>What is wrong, the first thousand; nothing is imported while there is anything.</summary>
    public required IReadOnlyList<RowProblem> Problems { get; init; }

    /// <summary>How many things are wrong in all.</summary>
    public required int ProblemCount { get; init; }

    /// <summary>Number of cards that would be made.</summary>
    public required int Made { get; init; }

    /// <summary>Number of cards that would be changed.</summary>
    public required int Changed { get; init; }

    /// <summary>Number of rows whose card already is as they say.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Number of rows that are left out because their card is there.</summary>
    public required int Skipped { get; init; }

    /// <summary>Labels that would be made.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Columns that would be made.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Choices of fields that would be made, as "field: choice".</summary>
    public required IReadOnlyList<string> Choices { get; init; }

    /// <summary>Board version that this is about.</summary>
    public required long Version { get; init; }

    /// <summary>True when all of it can be imported.</summary>
    public bool IsGood => ProblemCount == 0;

    /// <summary>What each row comes to.</summary>
    internal IReadOnlyList<RowDeed> Deeds { get; init; } = [];

    /// <summary>What is made besides cards.</summary>
    internal RowAdditions Additions { get; init; } = null!;
}

/// <summary>What one row comes to.</summary>
/// <param name="Existing">The card that is there; null for a new one.</param>
/// <param name="Values">What its cells mean.</param>
internal sealed record RowDeed(CardSnapshot? Existing, Dictionary<CellColumn, CellValue> Values)
{
    public CellValue? this[CellKind kind] => Values.GetValueOrDefault(new CellColumn(kind));
}
