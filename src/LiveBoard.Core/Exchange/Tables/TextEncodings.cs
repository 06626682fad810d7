using System.Text;

namespace LiveBoard.Core.Exchange.Tables;

/// <summary>
/// Finds out how a text file is encoded and reads it, never by replacing what it does not understand: by its byte order
/// mark, else by the zeros of UTF-16, else UTF-8 if all of it is UTF-8, else Windows-1252, of which nobody can be certain.
/// </summary>
internal static class TextEncodings
{
    /// <summary>How much of a file is looked at for zeros.</summary>
    private const int Sample = 4096;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding StrictUtf16 = new UnicodeEncoding(false, false, throwOnInvalidBytes: true);
    private static readonly Encoding StrictUtf16BigEndian = new UnicodeEncoding(true, false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(
        1252,
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    /// <summary>The text without its byte order mark; null after noting a problem.</summary>
    public static string? Read(
        ReadOnlySpan<byte> bytes,
        TableEncoding? wish,
        ImportProblems problems,
        out TableFormat format
    )
    {
        var marked = MarkOf(bytes);
        format = new TableFormat { Encoding = wish ?? marked ?? Guess(bytes) };
        // Every byte means something in Windows-1252 (almost), so it fits whatever fits nothing else.
        format = format with
        {
            IsEncodingCertain = wish is not null || format.Encoding != TableEncoding.Windows1252,
        };
        var mark = marked == format.Encoding ? MarkLength(format.Encoding) : 0;
        try
        {
            return EncodingOf(format.Encoding).GetString(bytes[mark..]);
        }
        catch (DecoderFallbackException wrong)
        {
            problems.Add(
                new ImportProblem(
                    ImportProblemCode.EncodingWrong,
                    Detail: TableEncodings.NameOf(format.Encoding),
                    BytePosition: mark + Math.Max(wrong.Index, 0)
                )
            );
            return null;
        }
    }

    private static Encoding EncodingOf(TableEncoding encoding) =>
        encoding switch
        {
            TableEncoding.Utf16 => StrictUtf16,
            TableEncoding.Utf16BigEndian => StrictUtf16BigEndian,
            TableEncoding.Windows1252 => Windows1252,
            _ => StrictUtf8,
        };

    private static TableEncoding? MarkOf(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => TableEncoding.Utf8,
            [0xFF, 0xFE, ..] => TableEncoding.Utf16,
            [0xFE, 0xFF, ..] => TableEncoding.Utf16BigEndian,
            _ => null,
        };

    private static int MarkLength(TableEncoding encoding) => encoding == TableEncoding.Utf8 ? 3 : 2;

    private static TableEncoding Guess(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        // Separators and most letters of western languages have a zero as their high byte.
        if (Math.Max(even, odd) * 4 > sample.Length && Math.Min(even, odd) * 20 < sample.Length)
        {
            return even > odd ? TableEncoding.Utf16BigEndian : TableEncoding.Utf16;
        }

        return System.Text.Unicode.Utf8.IsValid(bytes) || sample.Contains((byte)0)
            ? TableEncoding.Utf8
            : TableEncoding.Windows1252;
    }
}
