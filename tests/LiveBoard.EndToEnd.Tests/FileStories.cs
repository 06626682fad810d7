using System.Text;
using LiveBoard.Core.Access;
using LiveBoard.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>People put files on a card, see each other's, and take them away.</summary>
public sealed class FileStories(Chromium chromium) : StoryTest(chromium)
{
    private const int TooMuch = (25 << 20) + 1;

    [Fact]
    public async Task AdaChoosesTwoFiles_AndSeesThemOnTheirWay_BoSeesThemComeUp()
    {
        var ada = await OpenCardAsync(App.Ada);
        var bo = await OpenCardAsync(App.Bo);
        var release = new TaskCompletionSource();
        await ada.RouteAsync(
            "**/cards/*/files",
            async route =>
            {
                await release.Task;
                await route.ContinueAsync();
            }
        );

        await ChooseAsync(ada, Picture("pier.png"), Text("notes.txt"));
        await Assertions.Expect(ada.Locator("[data-uploads] progress")).ToHaveCountAsync(2);
        await Assertions.Expect(Button(ada, "Cancel notes.txt")).ToBeVisibleAsync();
        release.SetResult();

        foreach (var page in new[] { ada, bo })
        {
            await Assertions.Expect(Rows(page)).ToHaveCountAsync(2);
            await Assertions.Expect(Rows(page).Filter(new() { HasText = "notes.txt" })).ToContainTextAsync("5 bytes");
            await ExpectShownAsync(page.Locator(".att .pic img"));
        }

        await Assertions.Expect(ada.Locator("[data-uploads] li")).ToHaveCountAsync(0);
        await Assertions.Expect(Tile(bo, "Card 1")).ToContainTextAsync("2");
    }

    [Fact]
    public async Task AdaCancelsAnUpload_AndItIsNowhere()
    {
        var ada = await OpenCardAsync(App.Ada);
        var begun = new TaskCompletionSource();
        await ada.RouteAsync("**/cards/*/files", _ => begun.SetResult());

        await ChooseAsync(ada, Text("notes.txt"));
        await begun.Task;
        await Button(ada, "Cancel notes.txt").ClickAsync();

        await Assertions.Expect(ada.Locator("[data-uploads] li")).ToHaveCountAsync(0);
        Assert.Equal(0, (await App.ReadAsync()).Columns[0].Cards[0].AttachmentCount);
    }

    [Fact]
    public async Task AdaPastesAPicture_AndDropsAFile_OnTheCard()
    {
        var ada = await OpenCardAsync(App.Ada);

        await GiveAsync(ada, "paste", "image.png", TestPicture.Png(8, 6));
        await Assertions.Expect(Rows(ada)).ToHaveCountAsync(1);
        await ExpectShownAsync(ada.Locator(".att .pic img"));
        await GiveAsync(ada, "drop", "dropped.txt", "text"u8.ToArray());

        await Assertions.Expect(Rows(ada)).ToHaveCountAsync(2);
        await Assertions.Expect(Rows(ada).Last).ToContainTextAsync("dropped.txt");
        await Assertions.Expect(ada.Locator(".panel[data-dropping]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task FileThatIsTooLarge_AndOneWithoutAConnection_SaySo()
    {
        var ada = await OpenCardAsync(App.Ada);
        await ChooseAsync(
            ada,
            new FilePayload
            {
                Name = "film.mov",
                MimeType = "video/mp4",
                Buffer = new byte[TooMuch],
            }
        );
        await Assertions.Expect(ada.GetByText("Not added: it is larger than 25 MB.")).ToBeVisibleAsync();
        await Button(ada, "Put film.mov away").ClickAsync();
        await Assertions.Expect(ada.Locator("[data-uploads] li")).ToHaveCountAsync(0);

        await ada.RouteAsync("**/cards/*/files", route => route.AbortAsync("connectionfailed"));
        await ChooseAsync(ada, Text("notes.txt"));
        await Assertions.Expect(ada.GetByText("Not added: the server could not be reached")).ToBeVisibleAsync();
        await ada.UnrouteAllAsync();
        await Button(ada, "Try again").ClickAsync();
        await Assertions.Expect(Rows(ada)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Picture_BecomesTheCover_EverywhereAtOnce_AndGoesWithItsFile_AndComesBack()
    {
        var ada = await OpenCardAsync(App.Ada);
        var bo = await App.OpenBoardAsync(App.Bo);
        await ChooseAsync(ada, Picture("pier.png"));

        await Button(ada, "Make pier.png the cover").ClickAsync();

        await ExpectShownAsync(Tile(bo, "Card 1").Locator("img.cv"));
        await ExpectShownAsync(ada.Locator(".panel .pcover"));
        await Button(ada, "Delete pier.png").ClickAsync();
        await Assertions.Expect(bo.Locator("img.cv")).ToHaveCountAsync(0);
        await Assertions.Expect(Rows(ada)).ToHaveCountAsync(0);
        await Button(ada, "Undo").ClickAsync();
        await ExpectShownAsync(Tile(bo, "Card 1").Locator("img.cv"));
        await Button(ada, "Take pier.png off the cover").ClickAsync();
        await Assertions.Expect(bo.Locator("img.cv")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Guest_SeesAndDownloads_AndChangesNothing()
    {
        var ada = await OpenCardAsync(App.Ada);
        await ChooseAsync(ada, Text("notes.txt"));
        await Assertions.Expect(Rows(ada)).ToHaveCountAsync(1);
        var links = App.App.Services.GetRequiredService<GuestLinkService>();
        var secret = (await links.CreateAsync(App.Ada.Actor, App.BoardId, new GuestLinkWish())).Value;
        var guest = await App.OpenEmptyAsync();
        await guest.GotoAsync($"{App.Url}/share/{secret}");
        await guest.Locator(".lanes[data-live]").WaitForAsync();
        await Tile(guest, "Card 1").Locator(".tile-link").ClickAsync();

        var download = await guest.RunAndWaitForDownloadAsync(() => guest.GetByText("notes.txt").ClickAsync());

        Assert.Equal("notes.txt", download.SuggestedFilename);
        Assert.Equal("notes", await File.ReadAllTextAsync(await download.PathAsync()));
        await Assertions.Expect(guest.Locator(".atts button")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ByKeyboardAlone_AFileIsAdded_Renamed_AndALinkBesideIt()
    {
        var ada = await OpenCardAsync(App.Ada);
        // Whoever listens only when the key is pressed may be too late on a busy machine: the browser's own window opens then.
        ada.FileChooser += (_, _) => { };
        await ada.GetByLabel("Add files").FocusAsync();
        var chooser = await ada.RunAndWaitForFileChooserAsync(() => ada.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(Text("notes.txt"));
        await Button(ada, "Rename notes.txt").FocusAsync();
        await ada.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.GetByLabel("Name of the attachment")).ToBeFocusedAsync();
        await ada.Keyboard.PressAsync("Control+A");
        await ada.Keyboard.TypeAsync("fares.txt");
        await ada.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Rows(ada)).ToContainTextAsync("fares.txt");

        await Button(ada, "Add a link").FocusAsync();
        await ada.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.GetByLabel("Address of the link")).ToBeFocusedAsync();
        await ada.Keyboard.TypeAsync("https://example.com/fares");
        await ada.Keyboard.PressAsync("Tab");
        await ada.Keyboard.TypeAsync("Fares");
        await ada.Keyboard.PressAsync("Enter");

        var link = ada.GetByRole(AriaRole.Link, new() { Name = "Fares", Exact = true });
        await Assertions.Expect(link).ToHaveAttributeAsync("href", "https://example.com/fares");
        await Assertions.Expect(link).ToHaveAttributeAsync("rel", "noopener nofollow ugc");
    }

    private async Task<IPage> OpenCardAsync(TestUser user)
    {
        if (user == App.Ada)
        {
            await App.MakeBoardAsync(cards: 1);
        }

        var page = await App.OpenBoardAsync(user);
        await Tile(page, "Card 1").Locator(".tile-link").ClickAsync();
        await page.Locator(".atts[data-live]").WaitForAsync();
        return page;
    }

    /// <summary>Attachments that are there, without those on their way.</summary>
    private static ILocator Rows(IPage page) => page.Locator(".atts ul:not([data-uploads]) .att");

    private static ILocator AddFiles(IPage page) => page.Locator("label", new() { HasText = "Add files" });

    private static async Task ChooseAsync(IPage page, params FilePayload[] files)
    {
        var chooser = await page.RunAndWaitForFileChooserAsync(() => AddFiles(page).ClickAsync());
        await chooser.SetFilesAsync(files);
    }

    private static FilePayload Picture(string name) =>
        new()
        {
            Name = name,
            MimeType = "image/png",
            Buffer = TestPicture.Png(80, 60),
        };

    private static FilePayload Text(string name) =>
        new()
        {
            Name = name,
            MimeType = "text/plain",
            Buffer = Encoding.UTF8.GetBytes("notes"),
        };

    /// <summary>True once the browser has drawn it, which a broken picture never is.</summary>
    private static async Task ExpectShownAsync(ILocator picture)
    {
        await Assertions.Expect(picture).ToBeVisibleAsync();
        await Assertions.Expect(picture).ToHaveJSPropertyAsync("complete", true);
        Assert.True(
            await picture.EvaluateAsync<bool>("async picture => (await picture.decode(), picture.naturalWidth > 0)")
        );
    }

    /// <summary>What the browser tells the page when somebody pastes a file or drops one on the open card.</summary>
    private static Task GiveAsync(IPage page, string how, string name, byte[] content) =>
        page.Locator(".panel .ptitle")
            .EvaluateAsync(
                """
                (target, [how, name, content]) => {
                    const data = new DataTransfer();
                    data.items.add(new File([Uint8Array.from(atob(content), c => c.charCodeAt(0))], name));
                    const options = { bubbles: true, cancelable: true };
                    if (how === "paste") {
                        target.dispatchEvent(new ClipboardEvent("paste", { ...options, clipboardData: data }));
                    } else {
                        for (const type of ["dragenter", "dragover", "drop"]) {
                            target.dispatchEvent(new DragEvent(type, { ...options, dataTransfer: data }));
                        }
                    }
                }
                """,
                new[] { how, name, Convert.ToBase64String(content) }
            );
}
