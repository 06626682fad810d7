using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Data;

/// <summary>A single-use link that makes an account and a member of a workspace. Only the hash of its secret is kept.</summary>
public sealed class Invitation
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the secret in the link, hexadecimal.</summary>
    public required string TokenHash { get; init; }

    /// <summary>The workspace it leads into.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>Role in the workspace, bound here and never taken from the client.</summary>
    public required WorkspaceRole Role { get; init; }

    /// <summary>For whom it was made, as a note to the inviter; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Who made it.</summary>
    public required Guid CreatedById { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it stops working, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was used, UTC; null while it is open. Also the concurrency token, so that it is used once.</summary>
    public DateTime? UsedAt { get; set; }

    /// <summary>Who used it.</summary>
    public Guid? UsedById { get; set; }
}
