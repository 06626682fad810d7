using LiveBoard.Core.Data;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>A person protects their account with an authenticator app, and loses it.</summary>
public sealed class SecondStepStories(Chromium chromium) : StoryTest(chromium)
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task BoSetsTheAppUp_SignsInWithIt_LosesIt_AndComesInByARecoveryCode()
    {
        var bo = await App.OpenAsync(App.Bo);
        await bo.GotoAsync($"{App.Url}/profile/security");
        await bo.GetByText("Set up the second step").ClickAsync();
        var app = await SetUpAsync(bo);
        var recovery = await bo.Locator(".codes code").AllInnerTextsAsync();
        await bo.GetByText("I have kept them").ClickAsync();
        await Button(bo, "Sign out").Last.ClickAsync();

        var code = app.CodeAt(Now, steps: 1);
        await SignInAsync(bo, code);
        await Assertions.Expect(bo.Locator("#main h1")).ToBeVisibleAsync();

        // Somebody who has looked over the shoulder.
        var eve = await App.OpenEmptyAsync();
        await SignInAsync(eve, code);
        await Assertions.Expect(eve.GetByRole(AriaRole.Alert)).ToContainTextAsync("has been used");

        await eve.GetByText("Lost your app?").ClickAsync();
        await eve.GetByLabel("Recovery code").FillAsync(recovery[0].ToUpperInvariant());
        await Button(eve, "Sign in").ClickAsync();
        await Assertions.Expect(eve).ToHaveURLAsync($"{App.Url}/");

        await eve.GotoAsync($"{App.Url}/profile/second-step");
        await Assertions.Expect(eve.GetByText("Recovery codes left: 9")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task AdaDemandsASecondStep_WhileBoLooksAtABoard_AndHeComesBackToIt()
    {
        await App.MakeBoardAsync();
        var bo = await App.OpenBoardAsync(App.Bo);
        await using (var db = App.App.CreateDbContext())
        {
            (await db.InstanceSettings.SingleAsync()).SecondStepDemand = SecondStepDemand.Everybody;
            await db.SaveChangesAsync();
        }

        await Assertions.Expect(bo.GetByText("Your administrator asks everyone")).ToBeVisibleAsync();
        await Assertions.Expect(bo.GetByText("Card 1")).ToHaveCountAsync(0);
        await bo.GotoAsync($"{App.Url}/b/{App.BoardId}");
        await Assertions.Expect(bo.GetByText("Your administrator asks everyone")).ToBeVisibleAsync();

        await SetUpAsync(bo);
        await bo.GetByText("I have kept them").ClickAsync();
        await bo.GotoAsync($"{App.Url}/b/{App.BoardId}");
        await Assertions.Expect(Tile(bo, "Card 1")).ToBeVisibleAsync();
    }

    private static async Task<Authenticator> SetUpAsync(IPage page)
    {
        var secret = await page.Locator("code.secret").InnerTextAsync();
        var app = new Authenticator(secret.Replace(" ", "", StringComparison.Ordinal));
        await page.GetByLabel("Code from your authenticator app").FillAsync(app.CodeAt(Now));
        await Button(page, "Turn on").ClickAsync();
        await Assertions.Expect(page.GetByText("The second step is on.")).ToBeVisibleAsync();
        return app;
    }

    private async Task SignInAsync(IPage page, string code)
    {
        await page.GotoAsync($"{App.Url}/signin");
        await page.GetByLabel("E-mail address").FillAsync(App.Bo.Email);
        await page.GetByLabel("Password").FillAsync(App.Bo.Password);
        await Button(page, "Sign in").ClickAsync();
        await page.GetByLabel("Code from your authenticator app").FillAsync(code);
        await Button(page, "Sign in").ClickAsync();
    }
}
