using System.Net;
using System.Text.RegularExpressions;
using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using LiveBoard.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Web.Tests.Identity;

/// <summary>P-27, P-36, A-53: links that set a new password.</summary>
public sealed partial class PasswordResetTests : IAsyncLifetime
{
    private const string NewPassword = "eight purple umbrellas";

    private readonly MailServer _mail = new();
    private readonly LiveBoardApp _app = new LiveBoardApp().With("LiveBoard:Limits:SignInsPerMinute", "1000");
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow())
    {
        AutoAdvanceAmount = TimeSpan.Zero,
    };
    private TestUser _bo = null!;

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _mail.Connect(_app).With(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time)));
        await _app.CreateAdministratorAsync();
        _bo = await _app.CreateUserAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _mail.DisposeAsync();
    }

    [Fact]
    public async Task Mailed_TheLinkBeginsWithTheConfiguredAddress_WhateverTheRequestClaims()
    {
        using var browser = _app.CreateBrowser();
        browser.DefaultRequestHeaders.Host = "evil.example";
        browser.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");

        using var response = await AskAsync(browser, _bo.Email);
        using var mail = await _mail.TakeAsync(Cancellation);

        Assert.Equal([_bo.Email], mail.To.Mailboxes.Select(m => m.Address));
        Assert.StartsWith("http://boards.example.org/reset/", LinkIn(mail.TextBody), StringComparison.Ordinal);
        Assert.DoesNotContain("evil", mail.ToString(), StringComparison.Ordinal);
        Assert.Null(mail.HtmlBody);
    }

    [Fact]
    public async Task Link_WorksOnce_EndsEverySignIn_AndSignsNobodyIn()
    {
        using var elsewhere = await _app.CreateBrowserAsync(_bo);
        using var browser = _app.CreateBrowser();
        using var asked = await AskAsync(browser, _bo.Email);
        using var mail = await _mail.TakeAsync(Cancellation);
        var path = new Uri(LinkIn(mail.TextBody)).AbsolutePath;

        using var set = await browser.SubmitAsync(path, "reset", ("NewPassword", NewPassword));
        using var again = await browser.GetAsync(path, Cancellation);

        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.False(await IsSignedInAsync(browser));
        Assert.False(await IsSignedInAsync(elsewhere));
        using var fresh = await _app.CreateBrowserAsync(_bo with { Password = NewPassword });
        await using var db = _app.CreateDbContext();
        Assert.True((await db.Users.SingleAsync(u => u.Id == _bo.Id, Cancellation)).EmailConfirmed);
    }

    [Fact]
    public async Task Link_UsedByManyAtOnce_SetsOnePassword()
    {
        var secret = await MakeLinkAsync();
        var resets = _app.Services.GetRequiredService<PasswordResets>();

        var used = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Task.Run(() => resets.UseAsync(secret, $"hash {i}", Cancellation)))
        );

        Assert.Single(used, isUsed => isUsed);
    }

    [Fact]
    public async Task Link_IsOverAfterAnHour_AndWithTheNext_AndNotInTheDatabase()
    {
        var first = await MakeLinkAsync();
        var second = await MakeLinkAsync();
        using var browser = _app.CreateBrowser();

        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(browser, first));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, second));
        await using (var db = _app.CreateDbContext())
        {
            Assert.DoesNotContain(
                second,
                (await db.PasswordResets.SingleAsync(Cancellation)).TokenHash,
                StringComparison.Ordinal
            );
        }

        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, second));
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(browser, second));
    }

    [Fact]
    public async Task Link_OfADisabledAccount_IsOfNoUse()
    {
        var secret = await MakeLinkAsync();
        await _app
            .Services.GetRequiredService<AccountAdministration>()
            .SetDisabledAsync(_app.Administrator.Actor, _bo.Id, true, Cancellation);
        using var browser = _app.CreateBrowser();

        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(browser, secret));
    }

    /// <summary>P-21: the right of whoever made it is gone, and so is the link.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Link_OfAFormerAdministrator_IsOfNoUse(bool isDisabled)
    {
        var other = await _app.CreateUserAsync();
        var accounts = _app.Services.GetRequiredService<AccountAdministration>();
        await accounts.SetAdministratorAsync(_app.Administrator.Actor, other.Id, true, Cancellation);
        var secret = (await accounts.CreateResetAsync(other.Actor, _bo.Id, Cancellation)).Value!;
        using var browser = _app.CreateBrowser();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, secret));

        await (
            isDisabled
                ? accounts.SetDisabledAsync(_app.Administrator.Actor, other.Id, true, Cancellation)
                : accounts.SetAdministratorAsync(_app.Administrator.Actor, other.Id, false, Cancellation)
        );

        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(browser, secret));
        Assert.False(
            await _app.Services.GetRequiredService<PasswordResets>().UseAsync(secret, "taken over", Cancellation)
        );
    }

    [Fact]
    public async Task Link_IsOver_OnceThePasswordIsChanged()
    {
        var secret = await MakeLinkAsync();
        using var browser = await _app.CreateBrowserAsync(_bo);

        using var changed = await browser.SubmitAsync(
            "/profile/security",
            "password",
            ("CurrentPassword", _bo.Password),
            ("NewPassword", NewPassword)
        );

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(browser, secret));
    }

    [Fact]
    public async Task Link_DoesNotSkipTheSecondStep()
    {
        var secret = await MakeLinkAsync();
        await using (var db = _app.CreateDbContext())
        {
            (await db.Users.SingleAsync(u => u.Id == _bo.Id, Cancellation)).TwoFactorEnabled = true;
            await db.SaveChangesAsync(Cancellation);
        }

        using var browser = _app.CreateBrowser();
        using var set = await browser.SubmitAsync($"/reset/{secret}", "reset", ("NewPassword", NewPassword));
        await LiveBoardApp.SignInAsync(browser, _bo with { Password = NewPassword });

        Assert.False(await IsSignedInAsync(browser));
    }

    [Fact]
    public async Task WeakPassword_IsRefused_AndTheLinkStays()
    {
        var secret = await MakeLinkAsync();
        using var browser = _app.CreateBrowser();

        using var weak = await browser.SubmitAsync($"/reset/{secret}", "reset", ("NewPassword", "Password1234"));

        Assert.Equal(HttpStatusCode.BadRequest, weak.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, secret));
    }

    /// <summary>What nobody is told by the answer, nobody is told by mail either: the second mail is the known one's.</summary>
    [Fact]
    public async Task UnknownAddress_GetsTheSameAnswer_AndNoMail()
    {
        using var browser = _app.CreateBrowser();

        using var unknown = await AskAsync(browser, "nobody@example.org");
        using var known = await AskAsync(browser, _bo.Email);
        using var mail = await _mail.TakeAsync(Cancellation);

        Assert.Equal(unknown.StatusCode, known.StatusCode);
        Assert.Equal(await NoteOfAsync(unknown), await NoteOfAsync(known));
        Assert.Equal([_bo.Email], mail.To.Mailboxes.Select(m => m.Address));
    }

    [Theory]
    [InlineData("a@b\r\nBcc: evil@example.org")]
    [InlineData("a@b, evil@example.org")]
    [InlineData("<evil@example.org>")]
    public async Task WhatIsNoAddress_IsRefused(string address)
    {
        using var browser = _app.CreateBrowser();

        using var response = await AskAsync(browser, address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(0, _mail.Count);
    }

    [Fact]
    public async Task ManyLinksToOneAddress_AreTooMany()
    {
        using var browser = _app.CreateBrowser();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var response = await AskAsync(browser, _bo.Email);
            answers.Add(response.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, answers[..^1]);
    }

    [Theory]
    [InlineData("smtp.example.org", "StartTls", "", "PublicUrl")]
    [InlineData("smtp.example.org", "None", "https://boards.example.org", "None only")]
    [InlineData("smtp.example.org", "Whatever", "https://boards.example.org", "StartTls, Tls or None")]
    public void UnusableSettings_AreRefusedInWords(string host, string security, string publicUrl, string word) =>
        Assert.Contains(
            word,
            new MailSettings
            {
                Host = host,
                Security = security,
                From = "boards@example.org",
            }.ProblemWith(publicUrl),
            StringComparison.Ordinal
        );

    private static Task<HttpResponseMessage> AskAsync(HttpClient browser, string address) =>
        browser.SubmitAsync("/forgot", "forgot", ("Email", address));

    private async Task<string> MakeLinkAsync() =>
        (
            await _app
                .Services.GetRequiredService<AccountAdministration>()
                .CreateResetAsync(_app.Administrator.Actor, _bo.Id, Cancellation)
        ).Value!;

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string secret)
    {
        using var response = await browser.GetAsync($"/reset/{secret}", Cancellation);
        return response.StatusCode;
    }

    private static async Task<bool> IsSignedInAsync(HttpClient browser)
    {
        using var response = await browser.GetAsync("/profile", Cancellation);
        return response.StatusCode == HttpStatusCode.OK;
    }

    private static async Task<string> NoteOfAsync(HttpResponseMessage response) =>
        Note().Match(await response.Content.ReadAsStringAsync(Cancellation)).Value;

    private static string LinkIn(string? text) => Link().Match(text!).Value;

    [GeneratedRegex("http\\S+", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("<div class=\"note.*?</div>", RegexOptions.Singleline, 1000)]
    private static partial Regex Note();
}
