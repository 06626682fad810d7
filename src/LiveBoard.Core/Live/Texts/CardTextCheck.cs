using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Live.Texts;

/// <summary>Looks at what a browser handed in before it becomes part of a text. Pure.</summary>
internal static class CardTextCheck
{
    /// <summary>Most that is taken at once, in UTF-16 units of JSON; more does not come from typing.</summary>
    public const int MaxPush = 100_000;

    private const int MaxChanges = 200;

    /// <summary>Puts the changes one after the other onto the text.</summary>
    /// <returns>The text with it, and the updates to be stored; null when anything about it is wrong.</returns>
    public static (CardText Text, ImmutableArray<CardTextUpdate> Updates)? Take(
        CardText text,
        Guid cardId,
        Guid authorId,
        string clientId,
        IReadOnlyList<string> changes,
        DateTime at
    )
    {
        if (
            clientId.Length is 0 or > CardTextUpdate.MaxClientIdLength
            || changes.Count is 0 or > MaxChanges
            || changes.Sum(c => (long)c.Length) > MaxPush
        )
        {
            return null;
        }

        var updates = ImmutableArray.CreateBuilder<CardTextUpdate>(changes.Count);
        foreach (var json in changes)
        {
            if (
                TextChange.Parse(json) is not { } change
                || change.LengthBefore != text.Text.Length
                || change.LengthAfter > Card.MaxDescriptionLength
            )
            {
                return null;
            }

            var update = new CardTextUpdate
            {
                CardId = cardId,
                Version = text.Version + 1,
                // As we write it: what was sent may have been written in a hundred ways.
                Changes = change.ToString(),
                ClientId = clientId,
                AuthorId = authorId,
                At = at,
            };
            text = new CardText(change.Apply(text.Text), update.Version, authorId);
            updates.Add(update);
        }

        // Of the whole and not of each part: half a character, or the thirty-third mark on a letter, is seen only here.
        return PlainText.IsStorable(text.Text) && PlainText.ToLines(text.Text) == text.Text
            ? (text, updates.ToImmutable())
            : null;
    }
}
