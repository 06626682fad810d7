using System.Net;
using System.Text.Json;
using LiveBoard.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Tests.Identity;

/// <summary>What the browser is told to ask of a passkey. That passkeys work is told in the browser's own stories.</summary>
public sealed class PasskeyOptionsTests
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Options_AskForTheOwner_AndNameTheConfiguredSite()
    {
        await using var app = new LiveBoardApp().With("LiveBoard:PublicUrl", "https://boards.example.org");
        using var browser = app.CreateBrowser();
        browser.BaseAddress = new Uri("https://localhost");
        await LiveBoardApp.SignInAsync(browser, await app.CreateAdministratorAsync());

        var request = await ReadAsync(browser, "request");
        var creation = await ReadAsync(browser, "creation");

        Assert.Equal("required", request.GetProperty("userVerification").GetString());
        Assert.Equal("boards.example.org", request.GetProperty("rpId").GetString());
        Assert.Equal("boards.example.org", creation.GetProperty("rp").GetProperty("id").GetString());
        var selection = creation.GetProperty("authenticatorSelection");
        Assert.Equal("required", selection.GetProperty("userVerification").GetString());
        Assert.Equal("required", selection.GetProperty("residentKey").GetString());
    }

    [Theory]
    [InlineData("https://boards.example.org", false, true)]
    [InlineData("https://boards.example.org", true, false)]
    [InlineData("https://boards.example.org.evil.example", false, false)]
    [InlineData("http://boards.example.org", false, false)]
    [InlineData("https://boards.example.org:8443", false, false)]
    [InlineData("null", false, false)]
    public async Task Passkey_FromAnotherPage_IsRefused(string origin, bool isFramed, bool isTaken)
    {
        await using var app = new LiveBoardApp().With("LiveBoard:PublicUrl", "https://boards.example.org/");
        var options = app.Services.GetRequiredService<IOptions<IdentityPasskeyOptions>>().Value;

        var answer = await options.ValidateOrigin!(
            new PasskeyOriginValidationContext
            {
                HttpContext = null!,
                Origin = origin,
                CrossOrigin = isFramed,
                TopOrigin = null,
            }
        );

        Assert.Equal(isTaken, answer);
    }

    [Theory]
    [InlineData("request")]
    [InlineData("creation")]
    public async Task Options_WithoutTheFormsToken_AreRefused(string kind)
    {
        await using var app = new LiveBoardApp();
        using var browser = await app.CreateBrowserAsync(await app.CreateAdministratorAsync());

        using var response = await browser.PostAsync($"/passkeys/{kind}-options", content: null, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("not json")]
    [InlineData("{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{}}")]
    public async Task WhatIsNoPasskey_SignsNobodyIn(string credential)
    {
        await using var app = new LiveBoardApp();
        await app.CreateAdministratorAsync();
        using var browser = app.CreateBrowser();
        await ReadAsync(browser, "request", "/signin");

        using var response = await browser.SubmitAsync("/signin", "passkey", ("Passkey", credential));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(
            "does not open an account",
            await response.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
    }

    private static async Task<JsonElement> ReadAsync(HttpClient browser, string kind, string page = "/profile")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/passkeys/{kind}-options");
        request.Headers.Add("RequestVerificationToken", await browser.GetAntiforgeryTokenAsync(page));
        using var response = await browser.SendAsync(request, Cancellation);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;
    }
}
