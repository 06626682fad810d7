namespace LiveBoard.Core.Exchange;

/// <summary>Shortens what a file calls things, for messages: names in a file may be of any length.</summary>
internal static class Excerpt
{
    private const int MaxLength = 60;

    public static string Of(string text) => text.Length <= MaxLength ? text : text[..MaxLength] + "…";
}
