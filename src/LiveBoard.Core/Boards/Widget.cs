namespace LiveBoard.Core.Boards;

/// <summary>A part of a dashboard: shows one thing about the workspace's boards, at a place of its own.</summary>
public sealed class Widget
{
    /// <summary>Longest <see cref="Title"/>, in UTF-16 units.</summary>
    public const int MaxTitleLength = 200;

    /// <summary>Most widgets of one dashboard, those taken away left out.</summary>
    public const int MaxPerBoard = 60;

    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The dashboard it stands on.</summary>
    public required Guid BoardId { get; init; }

    /// <summary>What it shows; stays for good.</summary>
    public required WidgetKind Kind { get; init; }

    /// <summary>Heading; empty for the kind's own.</summary>
    public required string Title { get; set; }

    /// <summary>First column of the grid that it covers, from 0.</summary>
    public int X { get; set; }

    /// <summary>First row of the grid that it covers, from 0.</summary>
    public int Y { get; set; }

    /// <summary>Columns of the grid that it covers.</summary>
    public int Width { get; set; }

    /// <summary>Rows of the grid that it covers.</summary>
    public int Height { get; set; }

    /// <summary>What exactly it shows: <see cref="WidgetSettings"/> as canonical JSON.</summary>
    public required string Settings { get; set; }

    /// <summary>When it was taken away, UTC; null while it is there.</summary>
    public DateTime? DeletedAt { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Board version of the last commit that touched it; set by the change interceptor.</summary>
    public long Version { get; set; }

    /// <summary><see cref="X"/>, <see cref="Y"/>, <see cref="Width"/> and <see cref="Height"/> in one.</summary>
    public WidgetPlace Place
    {
        get => new(X, Y, Width, Height);
        set => (X, Y, Width, Height) = value;
    }

    /// <summary>What the history calls it: its heading, or its kind.</summary>
    public string Name => Title.Length > 0 ? Title : Kind.ToString();
}

/// <summary>A widget as a viewer sees it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Kind">What it shows.</param>
/// <param name="Title">Heading; empty for the kind's own.</param>
/// <param name="Place">Where it was put; <see cref="WidgetLayout.Arrange(IEnumerable{WidgetSnapshot}, Guid?)"/> tells where it is shown.</param>
/// <param name="Settings">What exactly it shows.</param>
/// <param name="Version">Board version of the last commit that touched it.</param>
public sealed record WidgetSnapshot(
    Guid Id,
    WidgetKind Kind,
    string Title,
    WidgetPlace Place,
    WidgetSettings Settings,
    long Version
);
