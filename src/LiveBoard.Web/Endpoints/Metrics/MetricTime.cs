using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LiveBoard.Web.Endpoints.Metrics;

/// <summary>
/// A time as programs write it: ISO 8601 with an offset, or the seconds or milliseconds since 1970. Without an offset it
/// could be anybody's wall clock, so it is not taken.
/// </summary>
internal static partial class MetricTime
{
    /// <summary>As seconds the year 5138, as milliseconds the year 1973: nothing that is taken could be both.</summary>
    private const decimal FirstMilliseconds = 100_000_000_000;

    private static readonly decimal LastMilliseconds = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>UTC to the millisecond; null when it is no such time.</summary>
    public static DateTime? Read(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Number => OfNumber(element),
            JsonValueKind.String => OfText(element),
            _ => null,
        };

    private static DateTime? OfNumber(JsonElement element)
    {
        if (!element.TryGetDecimal(out var number) || number < 0 || number > LastMilliseconds)
        {
            return null;
        }

        var milliseconds = decimal.Truncate(number < FirstMilliseconds ? number * 1000 : number);
        return DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds).UtcDateTime;
    }

    private static DateTime? OfText(JsonElement element)
    {
        if (JsonNames.TextOf(element) is not { } text || Iso().Match(text) is not { Success: true } parts)
        {
            return null;
        }

        // Some programs write nine digits of a second; more than three are not kept.
        var seconds = parts.Groups["seconds"] is { Success: true } whole ? whole.Value : ":00";
        var fraction = parts.Groups["fraction"].Value.PadRight(3, '0');
        return DateTimeOffset.TryParseExact(
            $"{parts.Groups["minute"].Value}{seconds}.{fraction}{parts.Groups["offset"].Value}",
            "yyyy-MM-dd'T'HH:mm:ss.fffK",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time.UtcDateTime
            : null;
    }

    [GeneratedRegex(
        @"^(?<minute>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2})((?<seconds>:[0-9]{2})(\.(?<fraction>[0-9]{1,3})[0-9]{0,6})?)?(?<offset>Z|[+-][0-9]{2}:[0-9]{2})\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Iso();
}
