namespace LiveBoard.Web.Identity;

/// <summary>Says what passes for an e-mail address: enough to be one, nothing that could break a header.</summary>
internal static class EmailAddress
{
    public const int MaxLength = 254;

    /// <summary>The trimmed address, or null when the text is none.</summary>
    public static string? Parse(string? text)
    {
        var address = text?.Trim() ?? "";
        var at = address.IndexOf('@', StringComparison.Ordinal);
        var isAddress =
            address.Length <= MaxLength
            && at > 0
            && at == address.LastIndexOf('@')
            && at < address.Length - 1
            && address.All(c =>
                char.IsLetterOrDigit(c)
                || c is '@' or '.' or '-' or '_' or '+' or '\'' or '&' or '#' or '=' or '~' or '/'
            )
            && address[^1] is not ('.' or '-')
            && address[at + 1] is not ('.' or '-');
        return isAddress ? address : null;
    }
}
