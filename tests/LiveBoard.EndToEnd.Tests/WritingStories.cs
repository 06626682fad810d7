using LiveBoard.Testing;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>Several people write one description at the same time, and nothing of it is lost.</summary>
public sealed class WritingStories(Chromium chromium) : StoryTest(chromium)
{
    private const string AdasWords = "Ada writes about the stairs and does not stop. ";
    private const string Middle = "(middle) ";
    private const string BosWords = "Bo has something to say on lamps meanwhile. ";

    [Fact]
    public async Task AdaAndBoTypeAtTheSameTime_EachSeesTheOthersWordsAndCursor()
    {
        await App.MakeBoardAsync();
        var (ada, bo) = (await OpenEditorAsync(App.Ada), await OpenEditorAsync(App.Bo));

        await TypeAsync(ada, Middle);
        await Assertions.Expect(Text(bo)).ToHaveTextAsync(Middle);
        await ada.Keyboard.PressAsync("Control+Home");
        await Text(bo).FocusAsync();
        await bo.Keyboard.PressAsync("Control+End");

        // In one paragraph, before the middle and behind it.
        await Task.WhenAll(TypeAsync(ada, AdasWords), TypeAsync(bo, BosWords));

        foreach (var page in new[] { ada, bo })
        {
            await Assertions.Expect(Text(page)).ToHaveTextAsync(AdasWords + Middle + BosWords);
        }

        await Assertions.Expect(bo.Locator(".rc [data-name=\"Ada Admin\"]")).ToBeVisibleAsync();
        await Button(ada, "Done").ClickAsync();
        await Assertions.Expect(ada.Locator(".panel .markdown")).ToContainTextAsync("stairs");
        await Button(bo, "Done").ClickAsync();
        Assert.Equal(AdasWords + Middle + BosWords, (await App.ReadAsync()).Columns[0].Cards[0].Description);
    }

    /// <summary>At the very same place their letters may stand between each other's; all of them are there all the same.</summary>
    [Fact]
    public async Task AtTheSamePlace_NothingIsLost()
    {
        await App.MakeBoardAsync();
        var (ada, bo) = (await OpenEditorAsync(App.Ada), await OpenEditorAsync(App.Bo));

        await Task.WhenAll(TypeAsync(ada, AdasWords), TypeAsync(bo, BosWords));

        var length = AdasWords.Length + BosWords.Length;
        var texts = await Task.WhenAll(ReadWholeAsync(ada, length), ReadWholeAsync(bo, length));
        Assert.Equal(texts[0], texts[1]);
        Assert.Equal(Sorted(AdasWords + BosWords), Sorted(texts[0]));
    }

    [Fact]
    public async Task NetworkGoesWhileBoTypes_HeTypesOn_AndAdaSeesItWhenItIsBack()
    {
        await App.MakeBoardAsync();
        var (ada, bo) = (await OpenEditorAsync(App.Ada), await OpenEditorAsync(App.Bo));
        await TypeAsync(bo, "Before. ");
        await Assertions.Expect(Text(ada)).ToContainTextAsync("Before.");

        App.Cut();
        await TypeAsync(bo, "While it was away. ");
        App.Mend();

        await Assertions.Expect(Text(ada)).ToContainTextAsync("Before. While it was away.");
        await Assertions.Expect(bo.GetByText("Everything typed is saved")).ToBeVisibleAsync();
        await TypeAsync(bo, "And after.");
        await Assertions.Expect(Text(ada)).ToContainTextAsync("Before. While it was away. And after.");
    }

    [Fact]
    public async Task ServerEndsWhileBothType_AndNothingIsLost()
    {
        await App.MakeBoardAsync();
        var (ada, bo) = (await OpenEditorAsync(App.Ada), await OpenEditorAsync(App.Bo));
        await TypeAsync(ada, "Ada before. ");
        await Assertions.Expect(Text(bo)).ToContainTextAsync("Ada before.");

        await App.RestartAsync(async () =>
        {
            await TypeAsync(ada, "Ada meanwhile. ");
            await TypeAsync(bo, "Bo meanwhile. ");
        });

        foreach (var words in new[] { "Ada before.", "Ada meanwhile.", "Bo meanwhile." })
        {
            await Assertions.Expect(Text(ada)).ToContainTextAsync(words);
            await Assertions.Expect(Text(bo)).ToContainTextAsync(words);
        }
    }

    [Fact]
    public async Task Reload_InTheMiddleOfAWord_GoesOnWhereItWas()
    {
        await App.MakeBoardAsync();
        var ada = await OpenEditorAsync(App.Ada);
        App.Cut();
        await TypeAsync(ada, "Half a wo");
        await Assertions.Expect(ada.GetByText("kept in this tab")).ToBeVisibleAsync();
        App.Mend();

        await ada.ReloadAsync();

        await Assertions.Expect(Text(ada)).ToContainTextAsync("Half a wo");
        await Assertions.Expect(ada.GetByText("Everything typed is saved")).ToBeVisibleAsync();
    }

    private static ILocator Text(IPage page) => page.Locator(".panel .cm-content");

    private static async Task TypeAsync(IPage page, string words)
    {
        await Text(page).FocusAsync();
        await page.Keyboard.TypeAsync(words, new() { Delay = 15 });
    }

    private static string Sorted(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c)).Order()]);

    private static async Task<string> ReadWholeAsync(IPage page, int length)
    {
        await page.WaitForFunctionAsync(
            "(length) => document.querySelector('.panel .cm-content').keptText().length === length",
            length
        );
        return await page.EvaluateAsync<string>("() => document.querySelector('.panel .cm-content').keptText()");
    }

    private async Task<IPage> OpenEditorAsync(TestUser user)
    {
        var page = await App.OpenBoardAsync(user);
        await Tile(page, "Card 1").Locator(".tile-link").ClickAsync();
        await Button(page, "Edit").ClickAsync();
        await Text(page).WaitForAsync();
        return page;
    }
}
