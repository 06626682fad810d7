namespace LiveBoard.Core.Boards;

/// <summary>A team's home: the people in it and the boards they share.</summary>
public sealed class Workspace
{
    /// <summary>Longest <see cref="Name"/>, in UTF-16 units.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Display name, never empty.</summary>
    public required string Name { get; set; }

    /// <summary>
    /// The dashboard that its people are led to; null for none. No foreign key, which would go round in a circle:
    /// whoever reads it looks whether the dashboard may be opened now.
    /// </summary>
    public Guid? DefaultDashboardId { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>The people in it.</summary>
    public IList<WorkspaceMember> Members { get; } = new List<WorkspaceMember>();
}

/// <summary>A person's place in a workspace.</summary>
public sealed class WorkspaceMember
{
    /// <summary>The workspace.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What the person may do in the workspace.</summary>
    public required WorkspaceRole Role { get; set; }
}

/// <summary>What a person may do in a workspace. Higher includes lower.</summary>
public enum WorkspaceRole
{
    /// <summary>Sees the workspace's open boards and makes new ones.</summary>
    Member = 1,

    /// <summary>Also manages the people and has administration rights on every board in it.</summary>
    Owner = 2,
}
