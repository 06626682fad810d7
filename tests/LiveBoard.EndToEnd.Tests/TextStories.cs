using LiveBoard.Core.Commands.Cards;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>What texts on a card can do: tasks tick, numbers lead, names stand out, and nothing that was written is gone.</summary>
public sealed class TextStories(Chromium chromium) : StoryTest(chromium)
{
    private IPage _ada = null!;
    private IPage _bo = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await App.MakeBoardAsync();
        await DescribeAsync("See #2, @Bo Berg\n\n- [ ] ropes\n- [x] lamps");
        (_ada, _bo) = (await OpenCardAsync(App.Ada), await OpenCardAsync(App.Bo));
    }

    [Fact]
    public async Task AdaTicksATask_BoSeesIt_WhileHeIsWriting()
    {
        await Button(_bo, "Edit").ClickAsync();
        await _bo.Locator(".cm-content").PressAsync("Control+Home");
        await _bo.Keyboard.TypeAsync("Soon: ");
        await Assertions.Expect(_ada.Locator(".panel .markdown").First).ToContainTextAsync("Soon:");

        await _ada.Locator(".panel .markdown input").First.CheckAsync();

        await Assertions.Expect(_bo.Locator(".cm-content")).ToContainTextAsync("- [x] ropes");
        await Button(_bo, "Read").ClickAsync();
        await Assertions.Expect(_bo.Locator(".preview input").First).ToBeCheckedAsync();
        await _bo.Locator(".preview input").Last.UncheckAsync();
        await Assertions.Expect(_ada.Locator(".panel .markdown input").Last).Not.ToBeCheckedAsync();
        await Button(_bo, "Write").ClickAsync();
        await Assertions.Expect(_bo.Locator(".cm-content")).ToContainTextAsync("- [ ] lamps");
        await Assertions.Expect(_bo.Locator(".cm-content")).ToContainTextAsync("Soon: See");
    }

    [Fact]
    public async Task ANumber_LeadsToItsCard_AndANameStandsOut()
    {
        await Assertions.Expect(_bo.Locator(".mention.me")).ToHaveTextAsync("@Bo Berg");
        await Assertions.Expect(_ada.Locator(".mention:not(.me)")).ToHaveTextAsync("@Bo Berg");

        await _ada.EvaluateAsync("window.isSamePage = true");
        await _ada.Locator(".panel .markdown a").ClickAsync();

        await Assertions.Expect(_ada.Locator(".ptitle")).ToHaveTextAsync("Card 2");
        Assert.True(await _ada.EvaluateAsync<bool>("window.isSamePage"));
    }

    [Fact]
    public async Task WhatIsBegun_IsOffered_InACommentByKeys()
    {
        var field = _ada.GetByLabel("Write a comment");
        await field.PressSequentiallyAsync("Ask @b");
        await Assertions.Expect(_ada.GetByRole(AriaRole.Option)).ToHaveTextAsync("@Bo Berg");
        await field.PressAsync("Enter");
        await field.PressSequentiallyAsync("about #");
        await Assertions.Expect(_ada.GetByRole(AriaRole.Option)).ToHaveCountAsync(3);
        await field.PressAsync("ArrowDown");
        await field.PressAsync("Tab");
        await Assertions.Expect(field).ToHaveValueAsync("Ask @Bo Berg about #2 ");
        await Assertions.Expect(field).ToBeFocusedAsync();

        // Esc closes the list, and neither the card nor the words.
        await field.PressSequentiallyAsync("@");
        await Assertions.Expect(_ada.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await field.PressAsync("Escape");
        await Assertions.Expect(_ada.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
        await Assertions.Expect(field).ToHaveValueAsync("Ask @Bo Berg about #2 @");
        await field.PressAsync("Control+Enter");
        await Assertions.Expect(_bo.Locator(".cm .mention.me")).ToHaveTextAsync("@Bo Berg");
    }

    [Fact]
    public async Task WhatIsBegun_IsOffered_InTheDescription()
    {
        await Button(_ada, "Edit").ClickAsync();
        await _ada.Locator(".cm-content").PressAsync("Control+End");
        await _ada.Keyboard.TypeAsync(" with @ad");
        await Assertions.Expect(_ada.Locator(".cm-tooltip-autocomplete li")).ToHaveTextAsync("@Ada Admin");
        await _ada.Locator(".cm-tooltip-autocomplete li").ClickAsync();

        await Assertions.Expect(_ada.Locator(".cm-content")).ToContainTextAsync("lamps with @Ada Admin");
    }

    [Fact]
    public async Task WhatItWasBefore_IsShown_AndComesBackIntoBosEditor()
    {
        await DescribeAsync("See #2, @Bo Berg\n\n- [ ] ropes and nets");
        await Button(_bo, "Edit").ClickAsync();
        await Assertions.Expect(_bo.Locator(".cm-content")).ToContainTextAsync("ropes and nets");
        await Button(_ada, "History").ClickAsync();

        var diff = _ada.Locator(".diff");
        await Assertions.Expect(diff.Locator("ins").First).ToContainTextAsync("and");
        await Assertions.Expect(diff.Locator(".removed").Last).ToContainTextAsync("lamps");
        await Button(_ada, "Restore what was before").ClickAsync();

        await Assertions.Expect(_bo.Locator(".cm-content")).ToContainTextAsync("- [x] lamps");
        await Assertions.Expect(_ada.Locator(".panel .markdown input")).ToHaveCountAsync(2);
    }

    private async Task<IPage> OpenCardAsync(Testing.TestUser user)
    {
        var page = await App.OpenBoardAsync(user);
        await Tile(page, "Card 1").Locator(".tile-link").ClickAsync();
        await page.Locator(".panel .markdown").First.WaitForAsync();
        return page;
    }

    private async Task DescribeAsync(string text) =>
        await App.SendAsync(
            new DescribeCard
            {
                BoardId = App.BoardId,
                CardId = (await App.ReadAsync()).FindCard(1)!.Id,
                Description = text,
            }
        );
}
