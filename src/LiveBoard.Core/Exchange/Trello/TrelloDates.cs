using System.Globalization;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>Times as Trello writes them, and the time that is hidden in its ids.</summary>
internal static class TrelloDates
{
    private const int IdLength = 24;
    private const int SecondsLength = 8;

    /// <summary>ISO 8601 with seconds and an offset; the calendar is checked (no 30 February, no second 60).</summary>
    public static bool TryParse(string text, out DateTime at)
    {
        // "K" also accepts no offset at all, so that is looked at first.
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        var isTime = DateTimeOffset.TryParseExact(
            text,
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        );
        at = time.UtcDateTime;
        return hasOffset && isTime;
    }

    /// <summary>Trello's ids begin with the second in which the thing was made.</summary>
    public static DateTime? FromId(string id) =>
        id.Length == IdLength
        && long.TryParse(
            id[..SecondsLength],
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var seconds
        )
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime
            : null;
}
