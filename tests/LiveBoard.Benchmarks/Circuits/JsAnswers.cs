using System.Collections.Frozen;

namespace LiveBoard.Benchmarks.Circuits;

/// <summary>What a browser of an ordinary desktop answers where null would be no answer.</summary>
internal static class JsAnswers
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["LiveBoard.hasText"] = "false",
        ["mudResizeListener.getBrowserWindowSize"] = """{"width":1920,"height":1080}""",
        ["mudPopover.countProviders"] = "1",
        ["darkModeChange"] = "false",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Find(string identifier) => Known.GetValueOrDefault(identifier, "null");
}
