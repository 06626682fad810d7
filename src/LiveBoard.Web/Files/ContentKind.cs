using System.Net.Mime;

namespace LiveBoard.Web.Files;

/// <summary>
/// What a file is, told from its first bytes and never from its name or what a browser says. Only what a person may want
/// opened by the right program is told apart; all else is bytes, and among it everything that a browser would run.
/// </summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="IsPicture">True for pictures made of pixels, of which previews are made.</param>
internal sealed record ContentKind(string MediaType, bool IsPicture)
{
    /// <summary>As many first bytes as are looked at.</summary>
    public const int HeadLength = 16;

    private static readonly ContentKind Bytes = new(MediaTypeNames.Application.Octet, false);

    public static ContentKind Of(ReadOnlySpan<byte> head) =>
        head.StartsWith(PngMark) ? new(MediaTypeNames.Image.Png, true)
        : head.StartsWith(JpegMark) ? new(MediaTypeNames.Image.Jpeg, true)
        : head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) ? new(MediaTypeNames.Image.Gif, true)
        : head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..].StartsWith("WEBP"u8) ? new("image/webp", true)
        : head.StartsWith("%PDF-"u8) ? new(MediaTypeNames.Application.Pdf, false)
        : head.StartsWith("PK\u0003\u0004"u8) ? new(MediaTypeNames.Application.Zip, false)
        : Bytes;

    private static ReadOnlySpan<byte> PngMark => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> JpegMark => [0xFF, 0xD8, 0xFF];
}
