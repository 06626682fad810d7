using LiveBoard.Testing;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>A person makes a passkey and signs in with it.</summary>
public sealed class PasskeyStories(Chromium chromium) : StoryTest(chromium)
{
    /// <summary>Passkeys belong to names; at an address of digits there are none.</summary>
    private string Url => App.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    [Fact]
    public async Task BoMakesAPasskey_SignsInWithIt_AndRemovesIt()
    {
        var bo = await App.OpenEmptyAsync();
        await VirtualAuthenticator.AddAsync(bo);
        await SignInAsync(bo, App.Bo);
        await AddPasskeyAsync(bo, "My laptop");
        await Button(bo, "Sign out").Last.ClickAsync();

        await Button(bo, "Sign in with a passkey").ClickAsync();
        await bo.WaitForURLAsync($"{Url}/");
        await bo.GotoAsync($"{Url}/profile/security");
        await Button(bo, "Remove My laptop").ClickAsync();
        await Assertions.Expect(bo.GetByText("The passkey is removed.")).ToBeVisibleAsync();
        await Button(bo, "Sign out").Last.ClickAsync();

        await Button(bo, "Sign in with a passkey").ClickAsync();
        await Assertions.Expect(bo.GetByText("That passkey does not open an account here.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task WhoeverFindsTheDevice_IsNotItsOwner()
    {
        var bo = await App.OpenEmptyAsync();
        var device = await VirtualAuthenticator.AddAsync(bo);
        await SignInAsync(bo, App.Bo);
        await AddPasskeyAsync(bo, "My phone");
        await Button(bo, "Sign out").Last.ClickAsync();

        await device.SetOwnerPresentAsync(false);
        await Button(bo, "Sign in with a passkey").ClickAsync();

        await Assertions.Expect(bo.GetByText("That did not work.")).ToBeVisibleAsync();
        await bo.GotoAsync($"{Url}/profile");
        await Assertions.Expect(Button(bo, "Sign in")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task EvesPasskey_DoesNotConfirmThatItIsBo()
    {
        var eve = await App.OpenEmptyAsync();
        var hers = await VirtualAuthenticator.AddAsync(eve);
        await SignInAsync(eve, App.Ada);
        await AddPasskeyAsync(eve, "Mine");
        var bo = await App.OpenEmptyAsync();
        var his = await VirtualAuthenticator.AddAsync(bo);
        await SignInAsync(bo, App.Bo);
        await AddPasskeyAsync(bo, "His");
        await Button(bo, "Remove His").WaitForAsync();

        // At Bo's open screen, with a device that has her passkey and not his.
        var atHis = await bo.Context.NewPageAsync();
        var device = await VirtualAuthenticator.AddAsync(atHis);
        await hers.CopyToAsync(device);
        await atHis.GotoAsync($"{Url}/confirm");
        await Button(atHis, "Confirm with a passkey").ClickAsync();

        await Assertions.Expect(atHis.GetByRole(AriaRole.Alert).First).ToContainTextAsync("does not open an account");
        GC.KeepAlive(his);
    }

    private async Task SignInAsync(IPage page, TestUser user)
    {
        await page.GotoAsync($"{Url}/signin");
        await page.GetByLabel("E-mail address").FillAsync(user.Email);
        await page.GetByLabel("Password").FillAsync(user.Password);
        await Button(page, "Sign in").ClickAsync();
        await page.WaitForURLAsync($"{Url}/");
    }

    private async Task AddPasskeyAsync(IPage page, string name)
    {
        await page.GotoAsync($"{Url}/profile/security");
        await page.GetByText("Add a passkey").ClickAsync();
        await page.GetByLabel("Name of the passkey").FillAsync(name);
        await Button(page, "Make passkey").ClickAsync();
        await Assertions.Expect(Button(page, $"Remove {name}")).ToBeVisibleAsync();
    }
}
