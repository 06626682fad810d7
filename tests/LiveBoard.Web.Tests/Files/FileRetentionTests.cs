using LiveBoard.Core.Commands.Attachments;
using LiveBoard.Testing;
using LiveBoard.Web.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Web.Tests.Files;

/// <summary>What nobody can get any more goes, and nothing else.</summary>
public sealed class FileRetentionTests : IAsyncLifetime
{
    private readonly FileApp _files = new();

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _files.InitializeAsync();

    public ValueTask DisposeAsync() => _files.DisposeAsync();

    [Fact]
    public async Task FilesOfAttachments_GoThirtyDaysAfterThem()
    {
        var (board, card) = await _files.MakeCardAsync();
        using var browser = await _files.App.CreateBrowserAsync(_files.App.Administrator);
        using var kept = await browser.UploadFileAsync(board, card, "kept.png", TestPicture.Png(8, 6));
        using var removed = await browser.UploadFileAsync(board, card, "removed.png", TestPicture.Png(8, 6));
        var gone = (await _files.ReadAsync(card)).Single(a => a.Name == "removed.png");
        await _files.DoAsync(
            new RemoveAttachment
            {
                BoardId = board,
                CardId = card,
                AttachmentId = gone.Id,
            }
        );

        Assert.Equal(0, await SweepAsync(days: 29));
        Assert.Equal(4, _files.Files().Count);
        Assert.Equal(1, await SweepAsync(days: 31));

        Assert.Equal("kept.png", Assert.Single(await _files.ReadAsync(card)).Name);
        Assert.Equal(2, _files.Files().Count);
        Assert.False(File.Exists(_files.Store.PathOf(gone.FileId!.Value)));
    }

    [Fact]
    public async Task FilesOfNobody_GoAfterADay()
    {
        using var content = new MemoryStream([1, 2, 3]);
        var file = await _files.Store.SaveAsync(content, FileApp.MaxFile, Cancellation);
        await File.WriteAllTextAsync(_files.Store.PathOf(file!.Id) + ".part", "half", Cancellation);
        var foreign = Path.Combine(_files.Store.Directory, "README.txt");
        await File.WriteAllTextAsync(foreign, "Put here by hand", Cancellation);

        Assert.Equal(0, await SweepAsync(days: 0));
        Assert.Equal(1, await SweepAsync(days: 2));

        Assert.Equal([foreign], _files.Files());
    }

    private async Task<int> SweepAsync(int days)
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddDays(days));
        using var retention = ActivatorUtilities.CreateInstance<FileRetention>(_files.App.Services, time);
        return await retention.SweepAsync(Cancellation);
    }
}
