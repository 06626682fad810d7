namespace LiveBoard.Web.Markdown;

/// <summary>The line of a text that a place in it belongs to.</summary>
internal static class TaskLine
{
    /// <summary>The line; null when the place is outside of the text.</summary>
    public static string? At(string text, int offset)
    {
        if (offset < 0 || offset >= text.Length)
        {
            return null;
        }

        var start = text.LastIndexOf('\n', offset) + 1;
        var end = text.IndexOf('\n', offset);
        return text[start..(end < 0 ? text.Length : end)];
    }
}
