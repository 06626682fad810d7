using System.Net;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Attachments;
using LiveBoard.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Files;

/// <summary>P-40 to P-42, A-40, A-44: what people sent is handed out to be kept, and never to be shown.</summary>
public sealed class FileDownloadTests(FileApp files) : IClassFixture<FileApp>
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Contents =>
        new()
        {
            { "evil.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "application/octet-stream" },
            { "evil.html", "<html><script>alert(1)</script>", "application/octet-stream" },
            { "picture.png", "<html><script>alert(1)</script>", "application/octet-stream" },
            { "feed.xml", "<?xml version='1.0'?><x/>", "application/octet-stream" },
            { "paper.pdf", "%PDF-1.7 /JS (app.alert(1))", "application/pdf" },
            { "empty.png", "", "application/octet-stream" },
        };

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task WhatABrowserCouldRun_IsKeptAsItIs_AndNeverShown(string name, string content, string type)
    {
        using var browser = await files.App.CreateBrowserAsync(files.App.Administrator);
        var attachment = await files.AttachAsync(browser, name, System.Text.Encoding.UTF8.GetBytes(content));

        using var answer = await browser.GetAsync($"/files/{attachment.Id}", Cancellation);
        using var preview = await browser.GetAsync($"/files/{attachment.Id}/preview", Cancellation);

        Assert.Equal(content, await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        AssertLocked(answer);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Null(attachment.Width);
        Assert.Equal(HttpStatusCode.NotFound, preview.StatusCode);
    }

    [Theory]
    [InlineData("a%22;b.txt", "a%22;b.txt")]
    [InlineData("a'b;c=d.txt", "a'b;c=d.txt")]
    [InlineData("report\u202Etxt.exe", "report_txt.exe")]
    [InlineData("fähre 時刻表 🚢.pdf", "fähre 時刻表 🚢.pdf")]
    [InlineData("con<:*?|>.txt", "con______.txt")]
    public async Task Name_IsSafeInTheHeader_AndReadsAsItIs(string sent, string kept)
    {
        using var browser = await files.App.CreateBrowserAsync(files.App.Administrator);
        var attachment = await files.AttachAsync(browser, "plain.txt", "a"u8.ToArray());
        await RenameAsync(attachment, sent);

        using var answer = await browser.GetAsync($"/files/{attachment.Id}", Cancellation);

        Assert.Equal(kept, answer.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Theory]
    [InlineData("a\r\nSet-Cookie: x=1\r\n\r\n<script>.txt")]
    [InlineData("a\"; filename=\"b.html")]
    [InlineData("../../b.html")]
    public async Task Name_AddsNothingToTheAnswer(string name)
    {
        using var browser = await files.App.CreateBrowserAsync(files.App.Administrator);
        var attachment = await files.AttachAsync(browser, "plain.txt", "a"u8.ToArray());
        await RenameAsync(attachment, name);

        using var answer = await browser.GetAsync($"/files/{attachment.Id}", Cancellation);

        var header = Assert.Single(answer.Content.Headers.GetValues("Content-Disposition"));
        Assert.DoesNotMatch("[\r\n/\\\\]", header);
        Assert.Equal(
            ["filename", "filename*"],
            answer.Content.Headers.ContentDisposition!.Parameters.Select(p => p.Name)
        );
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("a", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Preview_IsOursAndMayBeShown_AndIsNotSentTwice()
    {
        using var browser = await files.App.CreateBrowserAsync(files.App.Administrator);
        var attachment = await files.AttachAsync(browser, "pier.png", TestPicture.Png(800, 600));

        using var preview = await browser.GetAsync($"/files/{attachment.Id}/preview", Cancellation);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/files/{attachment.Id}/preview");
        again.Headers.IfNoneMatch.Add(preview.Headers.ETag!);
        using var unchanged = await browser.SendAsync(again, Cancellation);

        Assert.Equal((800, 600), (attachment.Width, attachment.Height));
        Assert.Equal("image/webp", preview.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inline", preview.Content.Headers.ContentDisposition!.DispositionType);
        AssertLocked(preview);
        Assert.True(preview.Headers.CacheControl is { Private: true, NoCache: true });
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task Files_AreThereForWhoeverMaySeeTheCard_AndForNobodyElse()
    {
        using var owner = await files.App.CreateBrowserAsync(files.App.Administrator);
        var (board, card) = await files.MakeCardAsync(BoardRole.Viewer);
        using var sent = await owner.UploadFileAsync(board, card, "pier.png", TestPicture.Png(8, 6));
        var id = Assert.Single(await files.ReadAsync(card)).Id;
        using var viewer = await files.App.CreateBrowserAsync(await files.App.CreateUserAsync());
        using var stranger = await files.App.CreateBrowserAsync(await StrangerAsync());
        using var nobody = files.App.CreateBrowser();
        using var guest = files.App.CreateBrowser();
        var links = files.App.Services.GetRequiredService<GuestLinkService>();
        var actor = files.App.Administrator.Actor;
        var link = (await links.CreateAsync(actor, board, new GuestLinkWish(), Cancellation)).Value;
        using var entered = await guest.GetAsync($"/share/{link}", Cancellation);

        Assert.Equal("OK OK", await AskAsync(viewer, id));
        Assert.Equal("OK OK", await AskAsync(guest, id));
        Assert.Equal("NotFound NotFound", await AskAsync(stranger, id));
        Assert.Equal("NotFound NotFound", await AskAsync(nobody, id));
        Assert.Equal("NotFound NotFound", await AskAsync(viewer, Guid.CreateVersion7()));

        await files.DoAsync(
            new RemoveAttachment
            {
                BoardId = board,
                CardId = card,
                AttachmentId = id,
            }
        );
        Assert.Equal("NotFound NotFound", await AskAsync(owner, id));
        Assert.Equal("NotFound NotFound", await AskAsync(guest, id));
    }

    private static async Task<string> AskAsync(HttpClient browser, Guid id)
    {
        using var file = await browser.GetAsync($"/files/{id}", Cancellation);
        using var preview = await browser.GetAsync($"/files/{id}/preview", Cancellation);
        return $"{file.StatusCode} {preview.StatusCode}";
    }

    private static void AssertLocked(HttpResponseMessage answer)
    {
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
    }

    private async Task<TestUser> StrangerAsync()
    {
        var directory = files.App.Services.GetRequiredService<DirectoryService>();
        var elsewhere = await directory.CreateWorkspaceAsync(files.App.Administrator.Actor, "Elsewhere", Cancellation);
        return await files.App.CreateUserAsync(elsewhere.Value);
    }

    private async Task RenameAsync(Attachment attachment, string name)
    {
        // Past every rule, as a file from an older version may be called anything.
        await using var db = files.App.CreateDbContext();
        var card = await db.Cards.FindAsync([attachment.CardId], Cancellation);
        var stored = await db.Attachments.FindAsync([attachment.Id], Cancellation);
        Assert.NotNull(card);
        stored!.Name = name;
        await db.SaveChangesAsync(Cancellation);
    }
}
