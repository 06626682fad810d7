using LiveBoard.Testing;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>A person sees where they are signed in, and ends it from afar.</summary>
public sealed class SessionStories(Chromium chromium) : StoryTest(chromium)
{
    [Fact]
    public async Task BoSignsOutTheBrowserHeLeftBehind_WhileItShowsTheBoard()
    {
        await App.MakeBoardAsync();
        var left = await App.OpenBoardAsync(App.Bo);
        var here = await App.OpenBoardAsync(App.Bo);
        await Assertions.Expect(Tile(left, "Card 1")).ToBeVisibleAsync();

        var profile = await here.Context.NewPageAsync();
        await profile.GotoAsync($"{App.Url}/profile/security");
        await Button(profile, "Sign out everywhere else").ClickAsync();

        await Assertions.Expect(profile.GetByText("Signed out there.")).ToBeVisibleAsync();
        await Assertions.Expect(Button(left, "Sign in")).ToBeVisibleAsync();
        await Assertions.Expect(left.GetByText("Card 1")).ToHaveCountAsync(0);
        await Assertions.Expect(Tile(here, "Card 1")).ToBeVisibleAsync();
        await left.GoBackAsync();
        await Assertions.Expect(left.GetByText("Card 1")).ToHaveCountAsync(0);
    }
}
