using System.Buffers.Binary;
using SkiaSharp;

namespace LiveBoard.Testing;

/// <summary>Pictures to attach.</summary>
public static class TestPicture
{
    /// <summary>Left half red, right half blue.</summary>
    public static byte[] Png(int width, int height) => Make(width, height, SKEncodedImageFormat.Png);

    /// <summary>The same as a JPEG that says with which side up it is looked at, and where it was taken.</summary>
    /// <param name="width">Width as stored.</param>
    /// <param name="height">Height as stored.</param>
    /// <param name="orientation">The EXIF value, 1 to 8.</param>
    public static byte[] Jpeg(int width, int height, byte orientation)
    {
        var plain = Make(width, height, SKEncodedImageFormat.Jpeg);
        byte[] exif =
        [
            .. "Exif\0\0MM\0*\0\0\0\u0008"u8,
            // One entry: orientation, a short.
            .. (byte[])[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
            .. "Pier 4, secret"u8,
        ];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(exif.Length + 2));
        return [.. plain[..2], 0xFF, 0xE1, .. length, .. exif, .. plain[2..]];
    }

    /// <summary>A PNG of nothing but a header that promises this size.</summary>
    public static byte[] PngHeader(int width, int height)
    {
        var png = Png(1, 1);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    private static byte[] Make(int width, int height, SKEncodedImageFormat format)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        surface.Canvas.DrawRect(0, 0, width / 2f, height, red);
        using var picture = surface.Snapshot();
        using var data = picture.Encode(format, 95);
        return data.ToArray();
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
