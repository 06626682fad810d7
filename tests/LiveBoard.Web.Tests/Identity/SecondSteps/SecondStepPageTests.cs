using System.Net;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using static LiveBoard.Web.Tests.Identity.SecondSteps.SecondStepApp;

namespace LiveBoard.Web.Tests.Identity.SecondSteps;

/// <summary>Setting the second step up and giving it up; A-59: only after proving again who one is.</summary>
public sealed class SecondStepPageTests(SecondStepApp setUp) : IClassFixture<SecondStepApp>
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    private DateTimeOffset Now => setUp.Time.GetUtcNow();

    [Fact]
    public async Task TurningItOn_EndsOtherSignIns_AndKeepsNoSecretInTheClear()
    {
        var user = await setUp.App.CreateUserAsync();
        using var elsewhere = await setUp.App.CreateBrowserAsync(user);
        using var here = await setUp.App.CreateBrowserAsync(user);
        var (app, offer) = await ScanAsync(here);

        using var response = await TurnOnAsync(here, offer, app.CodeAt(Now));

        Assert.True(await IsSignedInAsync(here));
        Assert.False(await IsSignedInAsync(elsewhere));
        await using var db = setUp.App.CreateDbContext();
        var account = await db.Users.SingleAsync(u => u.Id == user.Id, Cancellation);
        Assert.True(account.TwoFactorEnabled);
        Assert.DoesNotContain(app.Secret, account.TotpSecret, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Convert.ToBase64String(OtpNet.Base32Encoding.ToBytes(app.Secret)).TrimEnd('='),
            account.TotpSecret,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AWrongCode_TurnsNothingOn_AndShowsTheSamePictureAgain()
    {
        var user = await setUp.App.CreateUserAsync();
        using var browser = await setUp.App.CreateBrowserAsync(user);
        var (app, offer) = await ScanAsync(browser);

        using var response = await TurnOnAsync(browser, offer, "000000");

        var page = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(app.Secret, Authenticator.Scan(page).Secret);
        await using var db = setUp.App.CreateDbContext();
        Assert.False((await db.Users.SingleAsync(u => u.Id == user.Id, Cancellation)).TwoFactorEnabled);
    }

    [Fact]
    public async Task AnOfferToSomebodyElse_TurnsNothingOn()
    {
        var user = await setUp.App.CreateUserAsync();
        using var browser = await setUp.App.CreateBrowserAsync(user);
        using var other = await setUp.App.CreateBrowserAsync(await setUp.App.CreateUserAsync());
        var (app, offer) = await ScanAsync(other);

        using var response = await TurnOnAsync(browser, offer, app.CodeAt(Now));

        await using var db = setUp.App.CreateDbContext();
        Assert.False((await db.Users.SingleAsync(u => u.Id == user.Id, Cancellation)).TwoFactorEnabled);
    }

    /// <summary>Somebody who has no more than the password must not lay a second step of their own beside the owner's.</summary>
    [Fact]
    public async Task WhereItIsDemanded_AndAPasskeyIsThere_ThePasswordAloneLaysNoOther()
    {
        var user = await setUp.App.CreateUserAsync();
        using var browser = await setUp.App.CreateBrowserAsync(user);
        var (app, offer) = await ScanAsync(browser);
        await AddPasskeyAsync(user);
        await DemandAsync(SecondStepDemand.Everybody);
        try
        {
            var page = await browser.GetStringAsync(Page, Cancellation);
            using var turnedOn = await PostTurnOnAsync(browser, offer, app.CodeAt(Now));
            using var passkey = await browser.GetAsync("/profile/passkeys/new", Cancellation);
            using var options = await browser.PressAsync(Page, "/passkeys/creation-options");

            Assert.DoesNotContain("name=\"Offer\"", page, StringComparison.Ordinal);
            Assert.Contains("ask an administrator", page, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.BadRequest, turnedOn.StatusCode);
            Assert.Equal(
                Page,
                passkey.Headers.Location?.OriginalString.Replace("http://localhost", "", StringComparison.Ordinal)
            );
            Assert.Equal(HttpStatusCode.Forbidden, options.StatusCode);
            await using var db = setUp.App.CreateDbContext();
            Assert.False((await db.Users.SingleAsync(u => u.Id == user.Id, Cancellation)).TwoFactorEnabled);
        }
        finally
        {
            await DemandAsync(SecondStepDemand.Nobody);
        }
    }

    [Fact]
    public async Task TurningItOff_NeedsNothingButThePassword_FromThenOn()
    {
        var bo = await setUp.EnrolAsync();

        using var response = await bo.Browser.SubmitAsync(Page, "change", ("Change", "off"));

        using var browser = await setUp.EnterPasswordAsync(bo.User);
        Assert.True(await IsSignedInAsync(browser));
        await using var db = setUp.App.CreateDbContext();
        Assert.Null((await db.Users.SingleAsync(u => u.Id == bo.User.Id, Cancellation)).TotpSecret);
        Assert.False(await db.RecoveryCodes.AnyAsync(c => c.UserId == bo.User.Id, Cancellation));
    }

    [Theory]
    [InlineData(Page, "turn-on")]
    [InlineData("/profile/passkeys/new", "passkey")]
    public async Task LongAfterSigningIn_ItIsAskedAgainWhoOneIs(string page, string form)
    {
        var user = await setUp.App.CreateUserAsync();
        using var browser = await setUp.App.CreateBrowserAsync(user);
        var token = await browser.GetAntiforgeryTokenAsync("/profile");
        setUp.Time.Advance(TimeSpan.FromMinutes(11));

        using var shown = await browser.GetAsync(page, Cancellation);
        using var content = new FormUrlEncodedContent([
            KeyValuePair.Create("_handler", form),
            KeyValuePair.Create("__RequestVerificationToken", token),
        ]);
        using var posted = await browser.PostAsync(page, content, Cancellation);

        var confirm = $"/confirm?returnUrl={Uri.EscapeDataString(page)}";
        Assert.Equal(confirm, PathOf(shown));
        Assert.Equal(confirm, PathOf(posted));
        using var wrong = await browser.SubmitAsync(confirm, "confirm", ("Password", "not the password"));
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        using var right = await browser.SubmitAsync(confirm, "confirm", ("Password", user.Password));
        Assert.Equal(page, PathOf(right));
        using var again = await browser.GetAsync(page, Cancellation);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task LongAfterSigningIn_NoPasskeyIsMade()
    {
        using var browser = await setUp.App.CreateBrowserAsync(await setUp.App.CreateUserAsync());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/passkeys/creation-options");
        request.Headers.Add("RequestVerificationToken", await browser.GetAntiforgeryTokenAsync("/profile"));
        setUp.Time.Advance(TimeSpan.FromMinutes(11));

        using var response = await browser.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static string PathOf(HttpResponseMessage response) =>
        new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!).PathAndQuery;

    private async Task DemandAsync(SecondStepDemand demand)
    {
        await using var db = setUp.App.CreateDbContext();
        (await db.InstanceSettings.SingleAsync(Cancellation)).SecondStepDemand = demand;
        await db.SaveChangesAsync(Cancellation);
    }

    private async Task AddPasskeyAsync(TestUser user)
    {
        await using var db = setUp.App.CreateDbContext();
        db.Set<IdentityUserPasskey<Guid>>().Add(TestPasskey.Of(user.Id));
        await db.SaveChangesAsync(Cancellation);
    }

    /// <summary>Posts the form that the page does not show.</summary>
    private static async Task<HttpResponseMessage> PostTurnOnAsync(HttpClient browser, string offer, string code)
    {
        using var form = new FormUrlEncodedContent([
            KeyValuePair.Create("_handler", "turn-on"),
            KeyValuePair.Create("__RequestVerificationToken", await browser.GetAntiforgeryTokenAsync(Page)),
            KeyValuePair.Create("Offer", offer),
            KeyValuePair.Create("Code", code),
        ]);
        return await browser.PostAsync(Page, form, Cancellation);
    }
}
