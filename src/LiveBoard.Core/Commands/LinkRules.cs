namespace LiveBoard.Core.Commands;

/// <summary>Which addresses may become links, the same on every path.</summary>
public static class LinkRules
{
    /// <summary>True for an absolute http or https address; anything else (javascript:, data:, file:, relative) stays text.</summary>
    public static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
