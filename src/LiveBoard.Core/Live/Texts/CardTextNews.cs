using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Live.Texts;

/// <summary>What an open editor is told.</summary>
/// <param name="From">Number of the update that the first one builds on.</param>
/// <param name="Updates">Updates in order, its own among them.</param>
/// <param name="Pointers">Where the others are, as far as they said so lately.</param>
public sealed record CardTextNews(
    long From,
    ImmutableArray<CardTextUpdate> Updates,
    ImmutableArray<TextPointer> Pointers
);

/// <summary>Where somebody is in a text. Never stored.</summary>
/// <param name="Person">Who.</param>
/// <param name="SessionId">In which editor.</param>
/// <param name="Anchor">Where the selection begins, in UTF-16 units.</param>
/// <param name="Head">Where the cursor is.</param>
/// <param name="Version">Number of the update that these places are counted in.</param>
public sealed record TextPointer(PersonSnapshot Person, Guid SessionId, int Anchor, int Head, long Version);

/// <summary>What came of handing in what was typed.</summary>
public enum PushOutcome
{
    /// <summary>Stored: it is durable.</summary>
    Done,

    /// <summary>Others were first; what they typed is to be taken in, and then handed in again.</summary>
    Behind,

    /// <summary>It is no text, too long, or was not made for this text as far back as it is known.</summary>
    Invalid,

    /// <summary>The right is not there (any more), or the card is gone or put away with its board.</summary>
    NotAllowed,
}

/// <summary>The answer to what was handed in.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="From">Number of the update that the first one builds on.</param>
/// <param name="Updates">All updates since then, what was just stored among them.</param>
public sealed record PushResult(PushOutcome Outcome, long From, ImmutableArray<CardTextUpdate> Updates);
