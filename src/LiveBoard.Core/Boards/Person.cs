namespace LiveBoard.Core.Boards;

/// <summary>
/// Somebody who appears on boards: an account's public face, or a named placeholder from an import.
/// An account has the same <see cref="Id"/> as its person; what signs in is never reachable from here.
/// </summary>
public sealed class Person
{
    /// <summary>Highest valid <see cref="Color"/>; the palette holds this many people colours.</summary>
    public const int ColorCount = 12;

    /// <summary>Longest <see cref="Name"/>, in UTF-16 units.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Identity, shared with the account if there is one.</summary>
    public required Guid Id { get; init; }

    /// <summary>Display name, never empty.</summary>
    public required string Name { get; set; }

    /// <summary>Number of the person's colour in the palette, 1 to <see cref="ColorCount"/>.</summary>
    public int Color { get; set; } = 1;

    /// <summary>True for a person who came with an import and has no account.</summary>
    public bool IsPlaceholder { get; init; }
}
