using System.Text.Json;

namespace LiveBoard.Web.Endpoints.Metrics;

/// <summary>Reads texts of JSON that may hold half of a character, which no .NET text can.</summary>
internal static class JsonNames
{
    private const int MaxShown = 64;

    /// <summary>The text; null when it is no text.</summary>
    public static string? TextOf(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escape such as \ud800 without its other half: valid JSON, and no text.
            return null;
        }
    }

    /// <summary>The name of a member; null when it is no text.</summary>
    public static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            // The same for names.
            return null;
        }
    }

    /// <summary>A name as a place shows it: what somebody sent must not make an answer of any length.</summary>
    public static string Shown(string name) => name.Length <= MaxShown ? name : $"{name[..MaxShown]}…";
}
