using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

internal static partial class UploadExtensions
{
    /// <summary>Hands a file to the import page, and comes to its report.</summary>
    public static async Task UploadAsync(this IPage page, string json)
    {
        await page.ChooseFileAsync(json);
        await page.SendFileAsync();
    }

    public static Task ChooseFileAsync(this IPage page, string json) =>
        page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "board.json",
                    MimeType = "application/json",
                    Buffer = Encoding.UTF8.GetBytes(json),
                }
            );

    public static async Task SendFileAsync(this IPage page)
    {
        await page.Locator(".upload button[type=submit]").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Report());
    }

    [GeneratedRegex("/import/[0-9a-f-]+$", RegexOptions.None, 1000)]
    private static partial Regex Report();
}
