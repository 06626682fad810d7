using System.Net;
using LiveBoard.Core.Boards;
using LiveBoard.Testing;

namespace LiveBoard.Web.Tests.Files;

/// <summary>A-39, A-42, A-43: what is taken, how much of it, and from whom.</summary>
public sealed class FileUploadTests(FileApp files) : IClassFixture<FileApp>
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task FileOfTheLargestSize_IsTaken_AndOneByteMore_IsRefusedInWords_AndLeavesNothing()
    {
        using var browser = await files.App.CreateBrowserAsync(files.App.Administrator);
        var (board, card) = await files.MakeCardAsync();
        using var largest = await browser.UploadFileAsync(board, card, "a", new byte[FileApp.MaxFile]);
        var before = files.Files();

        using var larger = await browser.UploadFileAsync(board, card, "a", new byte[FileApp.MaxFile + 1]);

        Assert.Equal(HttpStatusCode.OK, largest.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, larger.StatusCode);
        Assert.Equal("This file is larger than 1 MB.", await larger.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(FileApp.MaxFile, Assert.Single(await files.ReadAsync(card)).Size);
        Assert.Equal(before, files.Files());
    }

    [Fact]
    public async Task FileWithoutAnAnnouncedLength_IsCutOffAtTheLimit()
    {
        using var browser = await files.App.CreateBrowserAsync(files.App.Administrator);
        var (board, card) = await files.MakeCardAsync();
        var before = files.Files();
        using var endless = new EndlessForm();

        using var answer = await browser.SendUploadAsync($"/b/{board}/cards/{card}/files", "/profile", endless);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("This file is larger than 1 MB.", await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.InRange(endless.Sent, FileApp.MaxFile, 4 * FileApp.MaxFile);
        Assert.Empty(await files.ReadAsync(card));
        Assert.Equal(before, files.Files());
    }

    [Fact]
    public async Task TwentyFilesAtOnce_TakeNoMoreRoomThanTheBoardHas_AndTheOthersLeaveNothing()
    {
        using var browser = await files.App.CreateBrowserAsync(files.App.Administrator);
        var (board, card) = await files.MakeCardAsync();
        var before = files.Files().Count;

        var answers = await Task.WhenAll(
            Enumerable.Range(1, 20).Select(_ => browser.UploadFileAsync(board, card, "a", new byte[FileApp.MaxFile]))
        );

        Assert.Equal(3, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        Assert.Equal(17, answers.Count(a => a.StatusCode == HttpStatusCode.InsufficientStorage));
        Assert.Equal(3, (await files.ReadAsync(card)).Count);
        Assert.Equal(before + 3, files.Files().Count);
    }

    [Theory]
    [InlineData(BoardRole.Viewer, HttpStatusCode.Forbidden)]
    [InlineData(BoardRole.Commenter, HttpStatusCode.Forbidden)]
    [InlineData(BoardRole.Editor, HttpStatusCode.OK)]
    public async Task OnlyEditors_AddFiles(BoardRole role, HttpStatusCode status)
    {
        var (board, card) = await files.MakeCardAsync(role);
        using var browser = await files.App.CreateBrowserAsync(await files.App.CreateUserAsync());

        using var answer = await browser.UploadFileAsync(board, card, "a.txt", "a"u8.ToArray());

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? 1 : 0, (await files.ReadAsync(card)).Count);
    }

    [Fact]
    public async Task CardOfAnotherBoard_IsNotThere_AndNothingIsKept()
    {
        using var browser = await files.App.CreateBrowserAsync(files.App.Administrator);
        var (board, _) = await files.MakeCardAsync();
        var (_, card) = await files.MakeCardAsync();
        var before = files.Files();

        using var answer = await browser.UploadFileAsync(board, card, "a.txt", "a"u8.ToArray());

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(before, files.Files());
    }

    [Fact]
    public async Task WithoutAntiforgeryHeader_NothingIsTaken()
    {
        using var browser = await files.App.CreateBrowserAsync(files.App.Administrator);
        var (board, card) = await files.MakeCardAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await browser.GetAntiforgeryTokenAsync("/profile")), "__RequestVerificationToken" },
            { new StringContent("a"), "file", "a.txt" },
        };

        using var answer = await browser.PostAsync($"/b/{board}/cards/{card}/files", form, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await files.ReadAsync(card));
    }

    [Fact]
    public async Task WhatIsNoFormWithAFile_IsRefused()
    {
        using var browser = await files.App.CreateBrowserAsync(files.App.Administrator);
        var (board, card) = await files.MakeCardAsync();
        using var text = new StringContent("a");
        using var fields = new MultipartFormDataContent { { new StringContent("a"), "name" } };

        foreach (var form in new HttpContent[] { text, fields })
        {
            using var answer = await browser.SendUploadAsync($"/b/{board}/cards/{card}/files", "/profile", form);

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("../../../etc/passwd", "passwd")]
    [InlineData("..\\..\\boot.ini", "boot.ini")]
    [InlineData("/etc/shadow", "shadow")]
    [InlineData("..", "file")]
    [InlineData(" ...", "file")]
    public async Task NameWithAPath_IsTheNameAlone_AndNoFileOfTheServer(string sent, string name)
    {
        using var browser = await files.App.CreateBrowserAsync(files.App.Administrator);

        var attachment = await files.AttachAsync(browser, sent, "a"u8.ToArray());

        Assert.Equal(name, attachment.Name);
        var path = files.Store.PathOf(attachment.FileId!.Value);
        Assert.StartsWith(files.App.Directory, path, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{32}$", Path.GetFileName(path));
        Assert.Equal("a", await File.ReadAllTextAsync(path, Cancellation));
    }

    [Fact]
    public async Task StoredFile_IsServedUnderNoAddressOfItsOwn()
    {
        using var browser = await files.App.CreateBrowserAsync(files.App.Administrator);
        var attachment = await files.AttachAsync(browser, "a.txt", "secret"u8.ToArray());
        var path = Path.GetRelativePath(files.App.Directory, files.Store.PathOf(attachment.FileId!.Value));

        foreach (var address in new[] { $"/{path}", $"/App_Data/{path}", $"/files/{attachment.FileId}" })
        {
            using var answer = await browser.GetAsync(address, Cancellation);

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }
}
