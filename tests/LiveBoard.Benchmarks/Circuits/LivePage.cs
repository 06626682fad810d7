using System.Text.RegularExpressions;

namespace LiveBoard.Benchmarks.Circuits;

/// <summary>What a served page says about the components that want a circuit.</summary>
/// <param name="Markers">Each root component's marker, as JSON, in the page's order.</param>
/// <param name="State">The protected application state; empty for none.</param>
internal sealed partial record LivePage(IReadOnlyList<string> Markers, string State)
{
    /// <exception cref="InvalidOperationException">The page has no live components: it is another page than was asked for.</exception>
    public static LivePage Parse(string html)
    {
        // The closing marker of a prerendered component has no type.
        var markers = Marker()
            .Matches(html)
            .Select(m => m.Groups["json"].Value)
            .Where(json => json.Contains("\"type\":\"server\"", StringComparison.Ordinal))
            .ToList();
        return markers.Count > 0
            ? new LivePage(markers, StateComment().Match(html).Groups["state"].Value)
            : throw new InvalidOperationException(
                $"The page has no live component: {html[..Math.Min(500, html.Length)]}"
            );
    }

    /// <summary>The wish to add all of them to the circuit, in the notation of <c>UpdateRootComponents</c>.</summary>
    public string ToOperations()
    {
        var adds = Markers.Select((marker, i) => $$"""{"type":"add","ssrComponentId":{{i + 1}},"marker":{{marker}}}""");
        return $$"""{"batchId":1,"operations":[{{string.Join(',', adds)}}]}""";
    }

    [GeneratedRegex("<!--Blazor:(?<json>\\{.*?\\})-->", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StateComment();
}
