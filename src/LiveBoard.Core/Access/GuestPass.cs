namespace LiveBoard.Core.Access;

/// <summary>
/// Somebody without an account who came in by a link for guests. A type of its own: nothing takes it for an
/// <see cref="Actor"/>, and no command is done on its behalf, whatever its number is.
/// </summary>
/// <param name="LinkId">The link that was opened.</param>
public readonly record struct GuestPass(Guid LinkId);
