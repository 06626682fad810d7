using LiveBoard.Testing;
using SkiaSharp;

namespace LiveBoard.Web.Tests.Files;

/// <summary>A-42: pictures are made small, and what is too large or broken is not unpacked.</summary>
public sealed class PreviewTests(FileApp files) : IClassFixture<FileApp>
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1280, 640, 640, 320)]
    [InlineData(100, 50, 100, 50)]
    [InlineData(100, 4000, 32, 1280)]
    [InlineData(4000, 1, 640, 1)]
    public async Task Preview_IsNoLargerThanItIsShown(int width, int height, int previewWidth, int previewHeight)
    {
        using var preview = await PreviewAsync(TestPicture.Png(width, height), width, height);

        Assert.Equal((previewWidth, previewHeight), (preview!.Width, preview.Height));
    }

    /// <summary>The left half is stored red: it is looked at on the left, or on top when the camera was held on its side, or across.</summary>
    [Theory]
    [InlineData(1, false, true)]
    [InlineData(2, false, false)]
    [InlineData(3, false, false)]
    [InlineData(4, false, true)]
    [InlineData(5, true, true)]
    [InlineData(6, true, true)]
    [InlineData(7, true, false)]
    [InlineData(8, true, false)]
    public async Task Preview_IsTurnedAsTheCameraWasHeld(byte orientation, bool isOnItsSide, bool isRedFirst)
    {
        var (width, height) = isOnItsSide ? (60, 80) : (80, 60);

        using var preview = await PreviewAsync(TestPicture.Jpeg(80, 60, orientation), width, height);

        var (first, last) = isOnItsSide
            ? (preview!.GetPixel(width / 2, 10), preview.GetPixel(width / 2, height - 10))
            : (preview!.GetPixel(10, height / 2), preview.GetPixel(width - 10, height / 2));
        Assert.Equal(isRedFirst, first.Red > 200);
        Assert.Equal(!isRedFirst, last.Red > 200);
    }

    [Fact]
    public async Task Preview_TellsNothingOfWhatElseThePictureSays()
    {
        using var browser = await files.App.CreateBrowserAsync(files.App.Administrator);
        var attachment = await files.AttachAsync(browser, "pier.jpg", TestPicture.Jpeg(80, 60, 6));

        var preview = await browser.GetStringAsync($"/files/{attachment.Id}/preview", Cancellation);
        var original = await browser.GetStringAsync($"/files/{attachment.Id}", Cancellation);

        Assert.Contains("Pier 4, secret", original, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("EXIF", preview, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30_000, 30_000)]
    [InlineData(20_001, 1)]
    [InlineData(1, 20_001)]
    [InlineData(8_000, 8_000)]
    public async Task PictureThatPromisesTooMuch_IsKept_AndNotUnpacked(int width, int height) =>
        Assert.Null(await PreviewAsync(TestPicture.PngHeader(width, height), null, null));

    [Fact]
    public async Task BrokenPicture_IsKeptWithoutAPreview()
    {
        Assert.Null(await PreviewAsync("\u00FF"u8.ToArray(), null, null));
        Assert.Null(await PreviewAsync([0xFF, 0xD8, 0xFF, .. new byte[100]], null, null));
        Assert.Null(await PreviewAsync([.. "RIFF\0\0\0\0WEBPVP8 "u8, .. new byte[100]], null, null));
    }

    private async Task<SKBitmap?> PreviewAsync(byte[] content, int? width, int? height)
    {
        using var browser = await files.App.CreateBrowserAsync(files.App.Administrator);
        var attachment = await files.AttachAsync(browser, "picture", content);
        Assert.Equal((width, height), (attachment.Width, attachment.Height));
        Assert.Equal(content.Length, attachment.Size);
        using var answer = await browser.GetAsync($"/files/{attachment.Id}/preview", Cancellation);
        return answer.IsSuccessStatusCode
            ? SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync(Cancellation))
            : null;
    }
}
