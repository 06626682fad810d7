namespace LiveBoard.Core.Commands.Cells;

/// <summary>What a cell's text means.</summary>
/// <param name="Text">The text to store; for a custom field in its type's notation, for yes and no "true" and "".</param>
/// <param name="Ids">What it names, each once.</param>
/// <param name="At">The moment, UTC.</param>
public sealed record CellValue(string Text, IReadOnlyList<Guid> Ids, DateTime? At = null)
{
    /// <summary>Nothing.</summary>
    public static readonly CellValue None = new("", []);

    /// <summary>True for "true".</summary>
    public bool IsOn => Text == "true";
}

/// <summary>What came of reading a cell's text: a value, or a problem.</summary>
/// <param name="Value">The value; null when there is a problem.</param>
/// <param name="Problem">Why it cannot be taken; null when it can.</param>
public readonly record struct CellReading(CellValue? Value, CellProblem? Problem);
