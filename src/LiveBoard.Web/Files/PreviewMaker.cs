using SkiaSharp;

namespace LiveBoard.Web.Files;

/// <summary>
/// Makes small pictures of large ones: turned as the camera was held, and with nothing of what else a picture's file may
/// tell (places, devices, names). How large a picture is stands in its header and is looked at before anything is unpacked.
/// Thread-safe; lives as long as the application.
/// </summary>
internal sealed partial class PreviewMaker(FileStore store, ILogger<PreviewMaker> logger) : IDisposable
{
    public const int MaxWidth = 640;

    private const int MaxHeight = 1280;
    private const int MaxSide = 20_000;
    private const long MaxPixels = 50_000_000;
    private const int Quality = 80;

    /// <summary>One at a time: the largest that is taken needs 200 MB unpacked.</summary>
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Makes the preview of a stored file, if it is a picture that can be shown.</summary>
    /// <returns>The picture's own size as it is looked at; null when there is no preview.</returns>
    public async Task<(int Width, int Height)?> MakeAsync(StoredFile file, CancellationToken cancellationToken)
    {
        if (!file.Kind.IsPicture)
        {
            return null;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Make(file.Id), cancellationToken);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            // People's files may be broken in any way; what cannot be shown can still be kept.
            LogFailed(broken, file.Id);
            return null;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private (int Width, int Height)? Make(Guid id)
    {
        using var content = File.OpenRead(store.PathOf(id));
        using var codec = SKCodec.Create(content);
        if (codec is null || !IsBearable(codec.Info))
        {
            return null;
        }

        var turn = PictureTurn.Of(codec.EncodedOrigin);
        var whole = turn.SizeOf(codec.Info.Size);
        var scale = Math.Min(1f, Math.Min(MaxWidth / (float)whole.Width, MaxHeight / (float)whole.Height));
        using var unpacked = Unpack(codec, scale);
        if (unpacked is null)
        {
            return null;
        }

        var size = new SKSizeI(
            Math.Max(1, (int)MathF.Round(whole.Width * scale)),
            Math.Max(1, (int)MathF.Round(whole.Height * scale))
        );
        using var surface = SKSurface.Create(new SKImageInfo(size.Width, size.Height));
        var source = turn.SizeOf(unpacked.Info.Size);
        surface.Canvas.Clear(SKColors.Transparent);
        surface.Canvas.Scale(size.Width / (float)source.Width, size.Height / (float)source.Height);
        surface.Canvas.Concat(turn.MatrixFor(unpacked.Info.Size));
        using var picture = SKImage.FromBitmap(unpacked);
        surface.Canvas.DrawImage(picture, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var made = surface.Snapshot();
        using var preview = made.Encode(SKEncodedImageFormat.Webp, Quality);
        using var target = File.Create(store.PreviewPathOf(id));
        preview.SaveTo(target);
        return (whole.Width, whole.Height);
    }

    private static bool IsBearable(SKImageInfo info) =>
        info is { Width: > 0 and <= MaxSide, Height: > 0 and <= MaxSide }
        && (long)info.Width * info.Height <= MaxPixels;

    /// <summary>As small as the format lets it be unpacked; null when it is broken.</summary>
    private static SKBitmap? Unpack(SKCodec codec, float scale)
    {
        var size = codec.GetScaledDimensions(scale);
        return SKBitmap.Decode(
            codec,
            new SKImageInfo(
                size.Width,
                size.Height,
                SKImageInfo.PlatformColorType,
                SKAlphaType.Premul,
                SKColorSpace.CreateSrgb()
            )
        );
    }

    [LoggerMessage(LogLevel.Information, "No preview could be made of file {Id}; it is kept without.")]
    private partial void LogFailed(Exception error, Guid id);
}
