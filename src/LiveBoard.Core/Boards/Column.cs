namespace LiveBoard.Core.Boards;

/// <summary>A vertical lane of cards on a board (Trello calls it a list).</summary>
public sealed class Column
{
    /// <summary>Longest <see cref="Name"/>, in UTF-16 units.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Most columns a board may have, archived ones included.</summary>
    public const int MaxPerBoard = 500;

    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The board it belongs to.</summary>
    public required Guid BoardId { get; init; }

    /// <summary>Display name, never empty.</summary>
    public required string Name { get; set; }

    /// <summary>Order key among the board's columns, see <see cref="CardPosition"/>.</summary>
    public required string Position { get; set; }

    /// <summary>Most cards that should be in it at once; null for no limit, never below 1.</summary>
    public int? WipLimit { get; set; }

    /// <summary>True when the limit refuses further cards instead of only showing that it is passed.</summary>
    public bool IsWipLimitHard { get; set; }

    /// <summary>Where work stands when it is in this column.</summary>
    public ColumnStage Stage { get; set; } = ColumnStage.NotStarted;

    /// <summary>True when put away, together with the cards in it.</summary>
    public bool IsArchived { get; set; }
}

/// <summary>Where work stands in a column; the base of lead and cycle time.</summary>
public enum ColumnStage
{
    /// <summary>Nobody works on it yet.</summary>
    NotStarted = 0,

    /// <summary>Work is going on.</summary>
    InProgress = 1,

    /// <summary>Finished.</summary>
    Done = 2,
}
