using LiveBoard.Testing;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>What is typed, chosen or pressed while a page is painted but not yet live.</summary>
public sealed class EarlyStories(Chromium chromium) : StoryTest(chromium)
{
    [Fact]
    public async Task TheAccountChosenForAMember_IsKept()
    {
        var ada = await App.OpenAsync(App.Ada);
        await GoAsync(ada, "import");
        var wake = await HoldAsync(ada);
        await ada.UploadAsync(TrelloSample.PresentDay);

        await ada.GetByLabel("Account of Mara Okafor").SelectOptionAsync(new SelectOptionValue { Label = "Bo Berg" });
        await ada.GetByLabel("Board name").FillAsync("Harbour, spring");
        await Assertions.Expect(Button(ada, "Import")).ToBeDisabledAsync();
        wake();

        await Button(ada, "Import").ClickAsync();
        await Assertions
            .Expect(ada.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Harbour, spring");
        await Assertions.Expect(Tile(ada, "Ramp at Pier 4").Locator(".meta .av")).ToHaveTextAsync(["BB", "S"]);
    }

    [Fact]
    public async Task TheAccountChosenWhileThePageIsDrawnAnew_IsKept()
    {
        var ada = await App.OpenAsync(App.Ada);
        await GoAsync(ada, "import");
        var (isDrawing, draw) = await HoldDrawingAsync(ada);
        await ada.UploadAsync(TrelloSample.PresentDay);
        await isDrawing.WaitAsync(TimeSpan.FromSeconds(20));

        await ada.GetByLabel("Account of Mara Okafor").SelectOptionAsync(new SelectOptionValue { Label = "Bo Berg" });
        draw();

        await Button(ada, "Import").ClickAsync();
        await Assertions.Expect(Tile(ada, "Ramp at Pier 4").Locator(".meta .av")).ToHaveTextAsync(["BB", "S"]);
    }

    [Fact]
    public async Task TheFileChosenForAnImport_IsKept()
    {
        var ada = await App.OpenAsync(App.Ada);
        var wake = await HoldAsync(ada);
        await PaintAsync(ada, "import");

        await ada.Locator("input[type=file]").FocusAsync();
        await ada.ChooseFileAsync(TrelloSample.PresentDay);
        wake();
        await WaitUntilItListensAsync(ada);

        await ada.SendFileAsync();
        await Assertions.Expect(ada.Locator(".fid").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task WordsToFindABoard_AreKept_AndTheHandsStayWhereTheyWere()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenAsync(App.Ada);
        var wake = await HoldAsync(ada);
        await PaintAsync(ada, "");

        await ada.GetByRole(AriaRole.Searchbox).FillAsync("no such board");
        wake();

        await Assertions.Expect(ada.GetByText("Nothing found")).ToBeVisibleAsync();
        await Assertions.Expect(ada.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("no such board");
        await Assertions.Expect(ada.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task AFilterSentBeforeThePageIsLive_Filters()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenAsync(App.Ada);
        var wake = await HoldAsync(ada);
        await PaintAsync(ada, $"b/{App.BoardId}?due=none");

        await Assertions.Expect(ada.Locator("input[type=hidden][name=due]")).ToHaveValueAsync("none");
        await ada.GetByRole(AriaRole.Searchbox).FillAsync("Card 2");
        await ada.GetByRole(AriaRole.Searchbox).PressAsync("Enter");

        await ExpectTilesAsync(ada, "Ready", "Card 2");
        wake();
        await ada.Locator(".lanes[data-live]").WaitForAsync();
        await ExpectTilesAsync(ada, "Ready", "Card 2");
        Assert.Contains("due=none", ada.Url, StringComparison.Ordinal);
    }

    /// <summary>From now on pages are painted and nothing more, until what is returned is called.</summary>
    private static async Task<Action> HoldAsync(IPage page)
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync(
            "**/js/boot*.js",
            async route =>
            {
                await held.Task;
                await route.ContinueAsync();
            }
        );
        return held.SetResult;
    }

    /// <summary>From now on a circuit starts but draws nothing. The task ends when it is about to; the action lets it.</summary>
    private static async Task<(Task IsDrawing, Action Draw)> HoldDrawingAsync(IPage page)
    {
        var isDrawing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = new Queue<byte[]>();
        Action<byte[]>? send = null;
        await page.RouteWebSocketAsync(
            "**/_blazor*",
            socket =>
            {
                var server = socket.ConnectToServer();
                var isOpen = false;
                server.OnMessage(message =>
                {
                    lock (held)
                    {
                        if (isOpen || (held.Count == 0 && message.Binary!.AsSpan().IndexOf("JS.RenderBatch"u8) < 0))
                        {
                            socket.Send(message.Binary!);
                        }
                        else
                        {
                            held.Enqueue(message.Binary!);
                            send = bytes =>
                            {
                                isOpen = true;
                                socket.Send(bytes);
                            };
                            isDrawing.TrySetResult();
                        }
                    }
                });
            }
        );
        return (
            isDrawing.Task,
            () =>
            {
                lock (held)
                {
                    while (held.TryDequeue(out var message))
                    {
                        send!(message);
                    }
                }
            }
        );
    }

    /// <summary>A page is not loaded before its scripts are, so there is no waiting for that.</summary>
    private Task PaintAsync(IPage page, string path) =>
        page.GotoAsync($"{App.Url}/{path}", new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
}
