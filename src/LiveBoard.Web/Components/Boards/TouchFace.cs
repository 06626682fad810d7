using System.Runtime.CompilerServices;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Live;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Boards;

/// <summary>
/// How a tile shows that somebody else just did something to its card, in words and in the author's colour; made once per
/// touch, for all viewers together. Thread-safe.
/// </summary>
internal sealed class TouchFace
{
    private static readonly ConditionalWeakTable<CardTouch, TouchFace> Made = [];
    private static readonly string[] Untouched = Classes("");

    private readonly string _words;
    private readonly string[] _classes;

    private TouchFace(CardTouch touch)
    {
        _words = Say(touch);
        // Two names for one animation: the next touch starts it again.
        _classes = Classes(
            $" {(touch.Version % 2 == 0 ? "hit-a" : "hit-b")} p{touch.Actor?.Color ?? Person.ColorCount}"
        );
    }

    public static string WordsOf(CardTouch touch) => Of(touch)._words;

    /// <summary>The tile's classes.</summary>
    public static string ClassOf(CardTouch? touch, bool isDone, bool hasCover) =>
        (touch is null ? Untouched : Of(touch)._classes)[(isDone ? 1 : 0) + (hasCover ? 2 : 0)];

    private static TouchFace Of(CardTouch touch) => Made.GetValue(touch, static t => new TouchFace(t));

    private static string[] Classes(string suffix) =>
        [$"tile{suffix}", $"tile isdone{suffix}", $"tile cover{suffix}", $"tile isdone cover{suffix}"];

    private static string Say(CardTouch touch)
    {
        var text = touch.Kind switch
        {
            null => BoardTexts.TouchMoved,
            ActivityKind.CardMoved => touch.FromColumn is null ? BoardTexts.TouchMoved : BoardTexts.TouchMovedFrom,
            ActivityKind.CardCreated or ActivityKind.CardDuplicated or ActivityKind.CardJoinedBoard =>
                BoardTexts.TouchAdded,
            ActivityKind.CardRenamed => BoardTexts.TouchRenamed,
            ActivityKind.CardRestored => BoardTexts.TouchRestored,
            _ => BoardTexts.TouchChanged,
        };
        return text.With(touch.Actor?.Name.Split(' ')[0], touch.FromColumn);
    }
}
