using System.Net;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;
using static LiveBoard.Web.Tests.Identity.SecondSteps.SecondStepApp;

namespace LiveBoard.Web.Tests.Identity.SecondSteps;

/// <summary>A-54, P-28: a password alone opens nothing, and no code opens twice.</summary>
public sealed class SecondStepSignInTests(SecondStepApp setUp) : IClassFixture<SecondStepApp>
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    private DateTimeOffset Now => setUp.Time.GetUtcNow();

    [Fact]
    public async Task ThePasswordAlone_SignsNobodyIn()
    {
        var bo = await setUp.EnrolAsync();

        using var browser = await setUp.EnterPasswordAsync(bo.User);

        Assert.False(await IsSignedInAsync(browser));
        using var step = await browser.GetAsync(SignInPage, Cancellation);
        Assert.Equal(HttpStatusCode.OK, step.StatusCode);
    }

    [Fact]
    public async Task TheAppsCode_SignsIn_AndTheSessionIsStrong()
    {
        var bo = await setUp.EnrolAsync();
        using var browser = await setUp.EnterPasswordAsync(bo.User);

        using var response = await EnterCodeAsync(browser, bo.App.CodeAt(Now));

        Assert.True(await IsSignedInAsync(browser));
        await using var db = setUp.App.CreateDbContext();
        Assert.All(
            await db.SignInSessions.Where(s => s.UserId == bo.User.Id).ToListAsync(Cancellation),
            session => Assert.True(session.IsStrong)
        );
        Assert.True(
            await db.AuditEntries.AnyAsync(
                e => e.Kind == AuditKind.SignedIn && e.ActorId == bo.User.Id && e.Details == "PasswordAndCode",
                Cancellation
            )
        );
    }

    [Fact]
    public async Task ACodeThatWasUsed_IsRefused_AndSoIsAnOlderOne()
    {
        var bo = await setUp.EnrolAsync();
        var code = bo.App.CodeAt(Now);
        using var first = await setUp.EnterPasswordAsync(bo.User);
        using var second = await setUp.EnterPasswordAsync(bo.User);

        using var used = await EnterCodeAsync(first, code);
        using var replayed = await EnterCodeAsync(second, code);
        using var older = await EnterCodeAsync(second, bo.App.CodeAt(Now, steps: -1));

        Assert.True(await IsSignedInAsync(first));
        Assert.False(await IsSignedInAsync(second));
        Assert.Contains(
            "has been used",
            await replayed.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ACode_ThatManyUseAtOnce_LetsOneIn()
    {
        var bo = await setUp.EnrolAsync();
        var code = bo.App.CodeAt(Now);
        var browsers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => setUp.EnterPasswordAsync(bo.User)));

        await Task.WhenAll(browsers.Select(async browser => (await EnterCodeAsync(browser, code)).Dispose()));

        Assert.Single(await Task.WhenAll(browsers.Select(IsSignedInAsync)), isIn => isIn);
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task AClockThatDiffers_IsAllowedForByOneStep(int steps, bool isIn)
    {
        var bo = await setUp.EnrolAsync();
        using var browser = await setUp.EnterPasswordAsync(bo.User);

        using var response = await EnterCodeAsync(browser, bo.App.CodeAt(Now, steps));

        Assert.Equal(isIn, await IsSignedInAsync(browser));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("000000")]
    [InlineData("not a code")]
    [InlineData("١٢٣٤٥٦")]
    public async Task WhatIsNoCode_IsRefused(string code)
    {
        var bo = await setUp.EnrolAsync();
        using var browser = await setUp.EnterPasswordAsync(bo.User);

        using var response = await EnterCodeAsync(browser, code);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(await IsSignedInAsync(browser));
    }

    [Fact]
    public async Task SomebodyElsesCode_IsRefused()
    {
        var bo = await setUp.EnrolAsync();
        var eve = await setUp.EnrolAsync();
        using var browser = await setUp.EnterPasswordAsync(bo.User);

        using var code = await EnterCodeAsync(browser, eve.App.CodeAt(Now));
        using var recovery = await EnterCodeAsync(browser, eve.Codes[0], isRecovery: true);

        Assert.False(await IsSignedInAsync(browser));
    }

    [Fact]
    public async Task ANewPassword_ForgetsThatTheOldOneWasRight()
    {
        var bo = await setUp.EnrolAsync();
        using var browser = await setUp.EnterPasswordAsync(bo.User);
        await using (var db = setUp.App.CreateDbContext())
        {
            (await db.Users.SingleAsync(u => u.Id == bo.User.Id, Cancellation)).SecurityStamp = "another";
            await db.SaveChangesAsync(Cancellation);
        }

        using var step = await browser.GetAsync(SignInPage, Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, step.StatusCode);
    }

    [Fact]
    public async Task ADisabledAccount_DoesNotGetPastTheSecondStep()
    {
        var bo = await setUp.EnrolAsync();
        using var browser = await setUp.EnterPasswordAsync(bo.User);
        await using (var db = setUp.App.CreateDbContext())
        {
            (await db.Users.SingleAsync(u => u.Id == bo.User.Id, Cancellation)).IsDisabled = true;
            await db.SaveChangesAsync(Cancellation);
        }

        using var response = await EnterCodeAsync(browser, bo.App.CodeAt(Now));

        Assert.False(await IsSignedInAsync(browser));
    }

    [Fact]
    public async Task WithoutAPassword_ThereIsNoSecondStep()
    {
        var bo = await setUp.EnrolAsync();
        using var browser = setUp.App.CreateBrowser();

        using var page = await browser.GetAsync(SignInPage, Cancellation);
        using var posted = await browser.SubmitAsync("/signin", "second-step", ("Code", bo.App.CodeAt(Now)));

        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.False(await IsSignedInAsync(browser));
    }
}
