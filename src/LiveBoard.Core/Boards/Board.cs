namespace LiveBoard.Core.Boards;

/// <summary>A board of either kind. Its <see cref="Version"/> is the one order of everything that happens on it.</summary>
public sealed class Board
{
    /// <summary>Longest <see cref="Name"/>, in UTF-16 units.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Longest <see cref="Description"/>, in UTF-16 units.</summary>
    public const int MaxDescriptionLength = 4000;

    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The workspace it belongs to.</summary>
    public required Guid WorkspaceId { get; set; }

    /// <summary>What stands on it; stays for good.</summary>
    public BoardKind Kind { get; init; } = BoardKind.Kanban;

    /// <summary>Display name, never empty.</summary>
    public required string Name { get; set; }

    /// <summary>What the board is for; may be empty.</summary>
    public string Description { get; set; } = "";

    /// <summary>Who besides its members may open it.</summary>
    public BoardVisibility Visibility { get; set; } = BoardVisibility.Workspace;

    /// <summary>Role that every member of the workspace has while <see cref="Visibility"/> is <see cref="BoardVisibility.Workspace"/>.</summary>
    public BoardRole WorkspaceRole { get; set; } = BoardRole.Editor;

    /// <summary>Number of commits so far. Raised by one with every commit, by the change interceptor and nobody else; also the concurrency token.</summary>
    public long Version { get; set; }

    /// <summary>Number that the next card gets.</summary>
    public int NextCardNumber { get; set; } = 1;

    /// <summary>True when put away; an archived board is read-only.</summary>
    public bool IsArchived { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>People with a role of their own on this board.</summary>
    public IList<BoardMember> Members { get; } = new List<BoardMember>();
}

/// <summary>What stands on a board.</summary>
public enum BoardKind
{
    /// <summary>Columns of cards.</summary>
    Kanban = 0,

    /// <summary>Widgets that show what the workspace's kanban boards say.</summary>
    Dashboard = 1,
}

/// <summary>A person's own role on one board.</summary>
public sealed class BoardMember
{
    /// <summary>The board.</summary>
    public required Guid BoardId { get; init; }

    /// <summary>The person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What the person may do on the board.</summary>
    public required BoardRole Role { get; set; }
}

/// <summary>What a person may do on a board. Higher includes lower.</summary>
public enum BoardRole
{
    /// <summary>No access: to this person the board does not exist.</summary>
    None = 0,

    /// <summary>Reads.</summary>
    Viewer = 1,

    /// <summary>Reads and comments.</summary>
    Commenter = 2,

    /// <summary>Changes cards, columns and labels.</summary>
    Editor = 3,

    /// <summary>Also changes the board itself and who may do what on it.</summary>
    Admin = 4,
}

/// <summary>Who may open a board besides its own members.</summary>
public enum BoardVisibility
{
    /// <summary>Nobody.</summary>
    Private = 0,

    /// <summary>Everyone in the workspace, with the board's workspace role.</summary>
    Workspace = 1,
}

/// <summary>What one person keeps about a board: a star, and when they were last there. Not part of the board itself.</summary>
public sealed class BoardBookmark
{
    /// <summary>Whose bookmark it is.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The board.</summary>
    public required Guid BoardId { get; init; }

    /// <summary>True while starred.</summary>
    public bool IsStarred { get; set; }

    /// <summary>Last visit, UTC; null before the first one.</summary>
    public DateTime? LastVisitedAt { get; set; }

    /// <summary>Version that the board had when they last looked at it; null when that is not known.</summary>
    public long? LastSeenVersion { get; set; }
}
