using System.Buffers;
using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace LiveBoard.Web.Files;

/// <summary>Names that people's files have, on the way in and on the way out. None ever becomes a path of this machine.</summary>
internal static class FileNames
{
    private const string Nameless = "file";

    /// <summary>What no file system takes, and what would lead somewhere.</summary>
    private static readonly SearchValues<char> Unusable = SearchValues.Create("/\\:*?\"<>|");

    /// <summary>The name alone, of what a browser sent: some send the whole path.</summary>
    public static string Of(string? sent)
    {
        var name = sent ?? "";
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return name.Trim('.').Length == 0 ? Nameless : name;
    }

    /// <summary>The header by which a browser keeps a file, and never shows it (RFC 6266).</summary>
    public static string KeepAs(string name)
    {
        var header = new ContentDispositionHeaderValue("attachment");
        header.SetHttpFileName(Plain(name));
        return header.ToString();
    }

    /// <summary>
    /// One that may be saved anywhere and reads as it is: signs that turn the direction of writing make "exe.txt" look
    /// like another kind of file.
    /// </summary>
    public static string Plain(string name)
    {
        var plain = string.Create(
                name.Length,
                name,
                static (result, from) =>
                {
                    for (var i = 0; i < from.Length; i++)
                    {
                        result[i] = Unusable.Contains(from[i]) || IsUnseen(from[i]) ? '_' : from[i];
                    }
                }
            )
            .TrimEnd('.', ' ');
        return plain.Trim('.').Length == 0 ? Nameless : plain;
    }

    private static bool IsUnseen(char c) =>
        char.GetUnicodeCategory(c)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;
}
