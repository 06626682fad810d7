using LiveBoard.Core.Access;

namespace LiveBoard.Testing;

/// <summary>An account that a test made, with what it takes to sign in.</summary>
/// <param name="Id">The account's and the person's id.</param>
/// <param name="Name">Display name.</param>
/// <param name="Email">What signs in.</param>
/// <param name="Password">In clear.</param>
public sealed record TestUser(Guid Id, string Name, string Email, string Password)
{
    /// <summary>For commands and reads on the user's behalf.</summary>
    public Actor Actor => new(Id);
}
