namespace LiveBoard.Core.Boards;

/// <summary>A coloured word that a board's cards can carry.</summary>
public sealed class Label
{
    /// <summary>Longest <see cref="Name"/>, in UTF-16 units.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Most labels a board may have.</summary>
    public const int MaxPerBoard = 500;

    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The board it belongs to.</summary>
    public required Guid BoardId { get; init; }

    /// <summary>Display name; may be empty, then the colour stands alone.</summary>
    public required string Name { get; set; }

    /// <summary>Palette colour.</summary>
    public required LabelColor Color { get; set; }
}

/// <summary>The ten label colours, in the order of the Trello colours they take on import.</summary>
public enum LabelColor
{
    /// <summary>Green.</summary>
    Leaf = 0,

    /// <summary>Yellow.</summary>
    Straw = 1,

    /// <summary>Orange.</summary>
    Clay = 2,

    /// <summary>Red.</summary>
    Brick = 3,

    /// <summary>Purple.</summary>
    Plum = 4,

    /// <summary>Blue.</summary>
    Ink = 5,

    /// <summary>Light blue.</summary>
    Sky = 6,

    /// <summary>Lime.</summary>
    Moss = 7,

    /// <summary>Pink.</summary>
    Rose = 8,

    /// <summary>Black and grey.</summary>
    Stone = 9,
}
