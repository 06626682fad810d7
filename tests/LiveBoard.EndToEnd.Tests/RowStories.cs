using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>Rows of a table come onto a board, and a board goes out as a table.</summary>
public sealed class RowStories(Chromium chromium) : StoryTest(chromium)
{
    private const string Wrong =
        "Title;Status;Due\r\nPaint the rail;Ready;31.2.2026\r\n;Ready;\r\n=1+1;Nowhere;2026-12-01\r\n";
    private const string Right = "Title;Status;Due\r\nPaint the rail;Ready;28.2.2026\r\n=1+1;Nowhere;2026-12-01\r\n";

    [Fact]
    public async Task AdaIsToldEachProblem_CorrectsThem_AndBoSeesTheCardsAppear_AndGo()
    {
        await App.MakeBoardAsync(1);
        var bo = await App.OpenBoardAsync(App.Bo);
        var marker = await bo.EvaluateHandleAsync("() => window.samePage = {}");
        var ada = await App.OpenAsync(App.Ada);

        await UploadAsync(ada, Wrong);
        await Assertions.Expect(ada.GetByLabel("Separator")).ToHaveValueAsync($"{(int)';'}");
        await Assertions.Expect(ada.GetByLabel("What Status is")).ToHaveValueAsync("Column");
        await Button(ada, "Check all rows").ClickAsync();
        await Assertions
            .Expect(ada.Locator(".problems tbody tr"))
            .ToHaveTextAsync([
                "2 Due 31.2.2026 This is not a date. Write it like 2026-11-27.",
                "3 Title This must not be empty.",
                "4 Status Nowhere The board has no “Nowhere”.",
            ]);
        await Assertions.Expect(ada.GetByRole(AriaRole.Button, new() { Name = "Import 3 cards" })).ToHaveCountAsync(0);

        await UploadAsync(ada, Right);
        await ada.GetByLabel("Make missing columns").CheckAsync();
        await Button(ada, "Check all rows").ClickAsync();
        await Assertions.Expect(ada.GetByText("Everything can be imported")).ToBeVisibleAsync();
        await Button(ada, "Import 2 cards").ClickAsync();
        await Assertions.Expect(ada.GetByText("The rows are on the board.")).ToBeVisibleAsync();

        await Assertions.Expect(Tile(bo, "Paint the rail")).ToBeVisibleAsync();
        await ExpectTilesAsync(bo, "Nowhere", "=1+1");
        Assert.True(await marker.EvaluateAsync<bool>("m => m === window.samePage"));

        await Button(ada, "Undo this import").ClickAsync();
        await Assertions.Expect(ada.GetByText("The import was taken back.")).ToBeVisibleAsync();
        await Assertions.Expect(Tile(bo, "Paint the rail")).ToHaveCountAsync(0);
    }

    private async Task UploadAsync(IPage page, string text)
    {
        await GoAsync(page, $"b/{App.BoardId}/import");
        await page.GetByLabel("File (CSV, TSV or XLSX)")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "cards.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(text),
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Read the file" }).ClickAsync();
        await Assertions.Expect(page.GetByText("What the columns are")).ToBeVisibleAsync();
        await WaitUntilItListensAsync(page);
    }
}
