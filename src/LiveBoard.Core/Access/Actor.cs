namespace LiveBoard.Core.Access;

/// <summary>The account on whose behalf something is asked. Comes from the sign-in only, never from a request's content.</summary>
/// <param name="PersonId">The account's person.</param>
public readonly record struct Actor(Guid PersonId);
