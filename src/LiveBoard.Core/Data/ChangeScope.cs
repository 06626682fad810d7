namespace LiveBoard.Core.Data;

/// <summary>On whose behalf a context is about to save. Set by the command handler before it saves.</summary>
/// <param name="CommandId">Client-made id of the command.</param>
/// <param name="CommandHash">SHA-256 of its content, hexadecimal; null for the system.</param>
/// <param name="ActorId">Who; null for the system.</param>
/// <param name="What">The command's name.</param>
public sealed record ChangeScope(Guid CommandId, string? CommandHash, Guid? ActorId, string What)
{
    /// <summary>A save that no command asked for, such as a seed.</summary>
    public static ChangeScope System() => new(Guid.CreateVersion7(), null, null, "System");
}
