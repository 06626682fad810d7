using LiveBoard.Testing;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>B-2, P-24: an administrator takes an account's rights, and gives them back.</summary>
public sealed class AdministrationStories(Chromium chromium) : StoryTest(chromium)
{
    [Fact]
    public async Task AdaDisablesBo_WhileHeLooksAtTheBoard_AndLetsHimInAgain()
    {
        await App.MakeBoardAsync();
        var bo = await App.OpenBoardAsync(App.Bo);
        await Assertions.Expect(Tile(bo, "Card 1")).ToBeVisibleAsync();
        var ada = await App.OpenAsync(App.Ada);
        await GoAsync(ada, "admin/accounts");

        await ManageAsync(ada, "Disable the account");

        await Assertions.Expect(Button(bo, "Sign in")).ToBeVisibleAsync();
        await Assertions.Expect(bo.GetByText("Card 1")).ToHaveCountAsync(0);
        await bo.GetByLabel("E-mail address").FillAsync(App.Bo.Email);
        await bo.GetByLabel("Password").FillAsync(App.Bo.Password);
        await Button(bo, "Sign in").ClickAsync();
        await Assertions.Expect(bo.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not match");

        await Assertions.Expect(ada.Locator("tr.off")).ToContainTextAsync("Bo Berg");
        await ManageAsync(ada, "Enable the account");
        await Assertions.Expect(ada.Locator("tr.off")).ToHaveCountAsync(0);
        await bo.GetByLabel("E-mail address").FillAsync(App.Bo.Email);
        await bo.GetByLabel("Password").FillAsync(App.Bo.Password);
        await Button(bo, "Sign in").ClickAsync();
        await Assertions.Expect(Tile(bo, "Card 1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task BoForgetsHisPassword_AdaHandsHimALink_AndTheTrailKnows()
    {
        var ada = await App.OpenAsync(App.Ada);
        await GoAsync(ada, "admin/accounts");
        await ManageAsync(ada, "Make a link for a new password");
        var link = await ada.GetByLabel("Link for a new password").InputValueAsync();

        var bo = await App.OpenEmptyAsync();
        await bo.GotoAsync(link);
        await bo.GetByLabel("New password").FillAsync("eight purple umbrellas");
        await Button(bo, "Set password").ClickAsync();
        await Assertions.Expect(bo.GetByText("Your new password is set")).ToBeVisibleAsync();
        await bo.GotoAsync(link);
        await Assertions.Expect(bo.GetByText("This link has been used")).ToBeVisibleAsync();

        await GoAsync(ada, "admin/audit");
        await Assertions
            .Expect(ada.Locator("tbody tr", new() { HasText = "Password set by a link" }))
            .ToContainTextAsync("Bo Berg");
        var made = ada.Locator("tbody tr", new() { HasText = "Link for a new password made" });
        await Assertions.Expect(made).ToContainTextAsync("Ada Admin");
        await Assertions.Expect(made).ToContainTextAsync("127.0.0.1");
    }

    private static async Task ManageAsync(IPage page, string what)
    {
        await Button(page, "Manage Bo Berg").ClickAsync();
        await Button(page, what).ClickAsync();
    }
}
