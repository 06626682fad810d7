using SkiaSharp;

namespace LiveBoard.Web.Files;

/// <summary>How a picture has to be turned to be looked at, as its camera noted.</summary>
/// <param name="IsOnItsSide">True when width and height change places.</param>
/// <param name="IsMirroredAcross">True when left and right change places, before it is laid on its side.</param>
/// <param name="IsMirroredDown">True when top and bottom change places, before it is laid on its side.</param>
internal readonly record struct PictureTurn(bool IsOnItsSide, bool IsMirroredAcross, bool IsMirroredDown)
{
    public static PictureTurn Of(SKEncodedOrigin origin) =>
        origin switch
        {
            SKEncodedOrigin.TopRight => new(false, true, false),
            SKEncodedOrigin.BottomRight => new(false, true, true),
            SKEncodedOrigin.BottomLeft => new(false, false, true),
            SKEncodedOrigin.LeftTop => new(true, false, false),
            SKEncodedOrigin.RightTop => new(true, false, true),
            SKEncodedOrigin.RightBottom => new(true, true, true),
            SKEncodedOrigin.LeftBottom => new(true, true, false),
            _ => default,
        };

    /// <summary>The size as it is looked at.</summary>
    public SKSizeI SizeOf(SKSizeI stored) => IsOnItsSide ? new SKSizeI(stored.Height, stored.Width) : stored;

    /// <summary>From where a pixel is stored to where it is looked at.</summary>
    public SKMatrix MatrixFor(SKSizeI stored)
    {
        var (across, down) = (IsMirroredAcross ? -1 : 1, IsMirroredDown ? -1 : 1);
        var (right, bottom) = (IsMirroredAcross ? stored.Width : 0, IsMirroredDown ? stored.Height : 0);
        return IsOnItsSide
            ? new SKMatrix(0, down, bottom, across, 0, right, 0, 0, 1)
            : new SKMatrix(across, 0, right, 0, down, bottom, 0, 0, 1);
    }
}
