using System.Text.Json;
using System.Text.Unicode;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Endpoints.Metrics;

/// <summary>
/// Reads the body of a push, strictly: every member once, and none that is not known, because what a program misspells it
/// would miss for weeks. The first thing that is wrong ends the reading and is <see cref="Problem"/>.
/// </summary>
internal sealed class MetricJson
{
    private const string AtName = "at";
    private const string ValueName = "value";
    private const string PointsName = "points";
    private const string SeriesName = "series";
    private const string KeyPlace = "key";

    /// <summary>Four levels are in use.</summary>
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8 };

    public MetricProblem? Problem { get; private set; }

    /// <summary>One point, or several, of the series with this key; null with a problem.</summary>
    public IReadOnlyList<MetricPush>? ReadOne(ReadOnlyMemory<byte> body, string key)
    {
        using var json = Open(body);
        if (json is null || Members(json.RootElement, "", ValueName, AtName, PointsName) is not { } members)
        {
            return null;
        }

        if (!members.TryGetValue(PointsName, out var many))
        {
            return ReadPoint(members, "") is { } point ? [new MetricPush(key, KeyPlace, "", [point])] : null;
        }

        if (members.Count > 1)
        {
            return Fail<IReadOnlyList<MetricPush>>(ApiTexts.BothForms, PointsName);
        }

        return ReadPoints(many, PointsName) is { } points ? [new MetricPush(key, KeyPlace, PointsName, points)] : null;
    }

    /// <summary>Points of many series; null with a problem.</summary>
    public IReadOnlyList<MetricPush>? ReadMany(ReadOnlyMemory<byte> body)
    {
        using var json = Open(body);
        if (json is null || Members(json.RootElement, "", SeriesName) is not { } members)
        {
            return null;
        }

        if (
            !members.TryGetValue(SeriesName, out var series)
            || series.ValueKind != JsonValueKind.Object
            || !series.EnumerateObject().Any()
        )
        {
            return Fail<IReadOnlyList<MetricPush>>(ApiTexts.NoSeries, SeriesName);
        }

        if (Members(series, SeriesName) is not { } byKey)
        {
            return null;
        }

        var pushes = new List<MetricPush>(byKey.Count);
        foreach (var (key, many) in byKey)
        {
            var place = $"{SeriesName}.{JsonNames.Shown(key)}";
            if (ReadPoints(many, place) is not { } points)
            {
                return null;
            }

            pushes.Add(new MetricPush(key, place, place, points));
        }

        return pushes;
    }

    private JsonDocument? Open(ReadOnlyMemory<byte> body)
    {
        // The reader looks at texts only when somebody asks for them.
        if (!Utf8.IsValid(body.Span))
        {
            Problem = new MetricProblem(StatusCodes.Status400BadRequest, ApiTexts.NotUtf8);
            return null;
        }

        try
        {
            return JsonDocument.Parse(body, Options);
        }
        catch (JsonException error)
        {
            Problem = new MetricProblem(
                StatusCodes.Status400BadRequest,
                ApiTexts.NotJson.With(error.LineNumber + 1, error.BytePositionInLine + 1)
            );
            return null;
        }
    }

    private List<MetricInput>? ReadPoints(JsonElement many, string place)
    {
        if (many.ValueKind != JsonValueKind.Array)
        {
            return Fail<List<MetricInput>>(ApiTexts.PointsInvalid, place);
        }

        var points = new List<MetricInput>(many.GetArrayLength());
        foreach (var one in many.EnumerateArray())
        {
            var at = $"{place}[{points.Count}]";
            if (Members(one, at, ValueName, AtName) is not { } members || ReadPoint(members, $"{at}.") is not { } point)
            {
                return null;
            }

            points.Add(point);
        }

        return points;
    }

    private MetricInput? ReadPoint(Dictionary<string, JsonElement> members, string before)
    {
        if (
            !members.TryGetValue(ValueName, out var number)
            || number.ValueKind != JsonValueKind.Number
            || !number.TryGetDouble(out var value)
        )
        {
            Problem = MetricProblem.Invalid(ApiTexts.ValueInvalid, before + ValueName);
            return null;
        }

        if (!members.TryGetValue(AtName, out var when))
        {
            return new MetricInput(At: null, value);
        }

        if (MetricTime.Read(when) is { } at)
        {
            return new MetricInput(at, value);
        }

        Problem = MetricProblem.Invalid(ApiTexts.TimeInvalid, before + AtName);
        return null;
    }

    /// <summary>The members of an object, each once.</summary>
    /// <param name="element">The object.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="known">Names that may be there; none for any.</param>
    private Dictionary<string, JsonElement>? Members(JsonElement element, string place, params string[] known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return Fail<Dictionary<string, JsonElement>>(ApiTexts.NotAnObject, place);
        }

        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (JsonNames.NameOf(member) is not { } name)
            {
                return Fail<Dictionary<string, JsonElement>>(ApiTexts.NameInvalid, place);
            }

            var shown = place.Length == 0 ? JsonNames.Shown(name) : $"{place}.{JsonNames.Shown(name)}";
            if (known.Length > 0 && !known.Contains(name, StringComparer.Ordinal))
            {
                return Fail<Dictionary<string, JsonElement>>(ApiTexts.Unknown.With(string.Join(", ", known)), shown);
            }

            if (!members.TryAdd(name, member.Value))
            {
                return Fail<Dictionary<string, JsonElement>>(ApiTexts.Twice, shown);
            }
        }

        return members;
    }

    private T? Fail<T>(string detail, string place)
        where T : class
    {
        Problem = MetricProblem.Invalid(detail, place);
        return null;
    }
}
