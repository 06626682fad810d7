using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>Numbers come from a program and from a person, and everybody who looks sees them.</summary>
public sealed class NumberStories(Chromium chromium) : StoryTest(chromium)
{
    private string Address => $"w/{App.App.WorkspaceId}/numbers";

    [Fact]
    public async Task AdaMakesASeriesAndAToken_AProgramPushes_BoSeesTheNumber_AndTypesTheNext()
    {
        var bo = await App.OpenAsync(App.Bo);
        await GoAsync(bo, Address);
        var ada = await App.OpenAsync(App.Ada);
        await GoAsync(ada, $"w/{App.App.WorkspaceId}");
        await ada.GetByRole(AriaRole.Link, new() { Name = "Numbers", Exact = true }).ClickAsync();
        await Button(ada, "New series").ClickAsync();
        await ada.GetByLabel("Name", new() { Exact = true }).FillAsync("Error rate (p95)");
        await ada.GetByLabel("Unit").FillAsync("%");
        await Assertions.Expect(ada.GetByLabel("Key")).ToHaveValueAsync("error-rate-p95");
        await ada.GetByLabel("Target").FillAsync("2");
        await ada.GetByLabel("Which way is better").SelectOptionAsync("Lower is better");
        await Button(ada, "Make the series").ClickAsync();
        await Assertions.Expect(bo.GetByText("Error rate (p95)")).ToBeVisibleAsync();

        await Button(ada, "New token").ClickAsync();
        await ada.GetByLabel("For which program").FillAsync("Build server");
        await Button(ada, "Make the token").ClickAsync();
        var secret = await ada.GetByLabel("Token", new() { Exact = true }).InputValueAsync();
        await Button(ada, "Done").ClickAsync();

        await PushAsync(secret, "error-rate-p95", 1.25);

        await Assertions.Expect(bo.Locator(".num-last b")).ToHaveTextAsync("1.25 %");
        await Assertions.Expect(ada.Locator(".num-last b")).ToHaveTextAsync("1.25 %");
        await Assertions.Expect(bo.Locator(".chip.done")).ToHaveTextAsync("Reached");
        await Assertions.Expect(ada.Locator(".ln")).ToContainTextAsync("Last used");
        await Assertions.Expect(bo.Locator("section[aria-label='Tokens for programs']")).ToHaveCountAsync(0);

        await bo.GetByRole(AriaRole.Button, new() { Name = "Error rate (p95)" }).ClickAsync();
        await bo.GetByLabel("Value (%)").FillAsync("3.5");
        await bo.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.Locator(".num-last b")).ToHaveTextAsync("3.5 %");
        await Assertions.Expect(ada.Locator(".chip.soon")).ToHaveTextAsync("Not reached");
        await Assertions.Expect(bo.GetByLabel("Value (%)")).ToBeFocusedAsync();
        await bo.Locator("tbody input[type=number]").First.FillAsync("0.5");
        await bo.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.Locator(".num-last b")).ToHaveTextAsync("0.5 %");
    }

    [Fact]
    public async Task Numbers_AreAccessible_AndFitOnAPhone()
    {
        var report = new AccessibilityReport();
        var page = await App.OpenAsync(App.Ada, AccessibilityReport.Browser);
        await GoAsync(page, Address);
        await report.LookAtAsync(page, "numbers without series");
        await Button(page, "New series").ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Deploys");
        await page.GetByLabel("Target").FillAsync("5");
        await report.LookAtAsync(page, "new series");
        await Button(page, "Make the series").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Deploys", Expanded = false }).ClickAsync();
        await page.GetByLabel("Value", new() { Exact = true }).FillAsync("12.5");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("tbody tr").WaitForAsync();
        await Button(page, "New token").ClickAsync();
        await page.GetByLabel("For which program").FillAsync("Build server");
        await report.LookAtAsync(page, "new token");
        await Button(page, "Make the token").ClickAsync();
        await page.GetByLabel("Token", new() { Exact = true }).WaitForAsync();
        await report.LookAtAsync(page, "token");
        await Button(page, "Done").ClickAsync();
        await page.Locator(".ln").WaitForAsync();
        await report.LookAtAsync(page, "numbers");
        report.ExpectNothing();

        foreach (var width in new[] { 1920, 720, 375 })
        {
            await page.SetViewportSizeAsync(width, 800);
            var tooWide = await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll(".page, .page :is(ul, li, form, .scroll-x), .bar")]
                    .filter(e => e.scrollWidth > e.clientWidth + 1)
                    .map(e => `${e.tagName}.${e.className} ${e.scrollWidth} > ${e.clientWidth}`)
                """
            );
            Assert.Empty(tooWide);
        }
    }

    private async Task PushAsync(string secret, string key, double value)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{App.Url}/api/v1/metrics/{key}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        request.Content = new StringContent(
            FormattableString.Invariant($$"""{ "value": {{value}} }"""),
            Encoding.UTF8,
            MediaTypeNames.Application.Json
        );
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
