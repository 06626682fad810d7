using System.Buffers;
using System.Globalization;
using System.Text;

namespace LiveBoard.Core.Boards;

/// <summary>
/// What a text must be to be stored, the same on every path. Control characters other than tab and line feed are
/// removed; what no database can store is found out. Nothing is ever cut.
/// </summary>
public static class PlainText
{
    /// <summary>
    /// The most marks that one letter may carry. Real writing needs a handful; a pile of thousands covers its neighbours
    /// and takes browsers seconds to lay out.
    /// </summary>
    public const int MaxMarks = 32;

    /// <summary>
    /// False for NUL (PostgreSQL cannot store it), lone surrogates, the noncharacters of Unicode (section 23.7) and more
    /// than <see cref="MaxMarks"/> marks on one letter.
    /// </summary>
    public static bool IsStorable(string text)
    {
        var marks = 0;
        for (var i = 0; i < text.Length; )
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) != OperationStatus.Done)
            {
                return false;
            }

            marks = MarksAfter(marks, rune);
            if (rune.Value == 0 || IsNoncharacter(rune.Value) || marks > MaxMarks)
            {
                return false;
            }

            i += length;
        }

        return true;
    }

    /// <summary>One line: line breaks and tabs become spaces, the ends are trimmed.</summary>
    public static string ToLine(string text) => Clean(text, keepLines: false).Trim();

    /// <summary>Keeps tabs and lines, which end in a line feed.</summary>
    public static string ToLines(string text) => Clean(text.ReplaceLineEndings("\n"), keepLines: true);

    /// <summary>True when nothing would be seen: white space, zero-width characters, the Hangul fillers.</summary>
    public static bool IsBlank(string text)
    {
        foreach (var c in text)
        {
            if (
                !char.IsWhiteSpace(c) && c is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\u3164' or '\u115F')
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The beginning of a text, at most so long in UTF-16 units; never half of what a person sees as one sign.</summary>
    public static string Cut(string text, int maxLength)
    {
        var length = 0;
        while (
            length < text.Length
            && StringInfo.GetNextTextElementLength(text, length) is var next
            && length + next <= maxLength
        )
        {
            length += next;
        }

        return text[..length];
    }

    private static string Clean(string text, bool keepLines)
    {
        var isClean = true;
        foreach (var c in text)
        {
            isClean &= !IsControl(c);
        }

        if (isClean)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsControl(c) || (keepLines && c is '\n' or '\t'))
            {
                result.Append(c);
            }
            else if (c is '\n' or '\r' or '\t')
            {
                result.Append(' ');
            }
        }

        return result.ToString();
    }

    /// <summary>The line that a place in a text belongs to; null when the place is outside of the text.</summary>
    /// <param name="text">Lines that end in a line feed.</param>
    /// <param name="offset">The place, in UTF-16 units.</param>
    public static string? LineAt(string text, int offset)
    {
        if (offset < 0 || offset >= text.Length)
        {
            return null;
        }

        var start = text.LastIndexOf('\n', offset) + 1;
        var end = text.IndexOf('\n', offset);
        return text[start..(end < 0 ? text.Length : end)];
    }

    private static bool IsControl(char c) => char.IsControl(c) || c == '\uFEFF';

    private static bool IsNoncharacter(int codePoint) =>
        codePoint is >= 0xFDD0 and <= 0xFDEF || (codePoint & 0xFFFE) == 0xFFFE;

    /// <summary>How many marks the letter carries once this came; a joiner and the like begin no new letter.</summary>
    private static int MarksAfter(int marks, Rune rune) =>
        rune.IsAscii
            ? 0
            : Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => marks + 1,
                UnicodeCategory.Format => marks,
                _ => 0,
            };
}
