using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>Fields of a board's own, links between cards, and who is changing what: live for everybody.</summary>
public sealed class CardFactStories(Chromium chromium) : StoryTest(chromium)
{
    private IPage _ada = null!;
    private IPage _bo = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await App.MakeBoardAsync();
        (_ada, _bo) = (await App.OpenBoardAsync(App.Ada), await App.OpenBoardAsync(App.Bo));
        await Tile(_ada, "Card 1").Locator(".tile-link").ClickAsync();
        await _ada.Locator(".panel").WaitForAsync();
    }

    [Fact]
    public async Task AdaMakesAField_FillsIt_AndBoSeesItOnTheTile()
    {
        await Button(_ada, "Add a field").ClickAsync();
        await Dialog(_ada, "Add a field").ClickAsync();
        await _ada.GetByLabel("Name of the field").FillAsync("Vessel");
        await _ada.GetByLabel("Kind").SelectOptionAsync("Select");
        await _ada.GetByLabel("Choices, one in each line").FillAsync("Alba\nBrise");
        await Dialog(_ada, "Add").ClickAsync();
        await Assertions.Expect(Dialog(_ada, "Edit field Vessel")).ToBeVisibleAsync();
        await Dialog(_ada, "Close").Last.ClickAsync();

        await Field("Vessel").SelectOptionAsync("Brise");

        await Assertions.Expect(Tile(_bo, "Card 1").Locator(".kv")).ToHaveTextAsync("Vessel Brise");
        await Assertions.Expect(_ada.Locator(".panel .entry").First).ToContainTextAsync("Ada Admin set Vessel: Brise");
    }

    [Fact]
    public async Task Field_ThatBoChangesToo_ShowsBothValues()
    {
        var field = new Core.Commands.Fields.AddField
        {
            BoardId = App.BoardId,
            Name = "Effort",
            Type = CustomFieldType.Number,
        };
        await App.SendAsync(field);
        await Field("Effort").FillAsync("5");
        await App.SendAsync(
            new SetCardField
            {
                BoardId = App.BoardId,
                CardId = (await App.ReadAsync()).Columns[0].Cards[0].Id,
                FieldId = field.FieldId,
                Value = "8",
            }
        );
        await Assertions.Expect(_ada.Locator(".panel .entry").First).ToContainTextAsync("Effort: 8");
        await Field("Effort").PressAsync("Tab");

        await Assertions.Expect(_ada.Locator(".clash")).ToContainTextAsync("8");
        await Button(_ada, "Save mine").ClickAsync();
        await Assertions
            .Expect(_ada.Locator(".panel .entry").First)
            .ToContainTextAsync("changed Effort: 8 to Effort: 5");
    }

    [Fact]
    public async Task Link_IsSeenFromTheOtherEnd_FollowsItsCard_AndIsTakenAway()
    {
        await Tile(_bo, "Card 2").Locator(".tile-link").ClickAsync();
        await Button(_ada, "Link a card").ClickAsync();
        await _ada.GetByLabel("This card").SelectOptionAsync("Is blocked by");
        await _ada.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Searchbox).FillAsync("2");
        await Button(_ada, "#2 Card 2").ClickAsync();

        await Assertions.Expect(Links(_ada)).ToContainTextAsync("Is blocked by #2 Card 2");
        await Assertions.Expect(Links(_bo)).ToContainTextAsync("Blocks #1 Card 1");
        await App.SendAsync(
            new RenameCard
            {
                BoardId = App.BoardId,
                CardId = (await App.ReadAsync()).FindCard(1)!.Id,
                Title = "Another name",
            }
        );
        await Assertions.Expect(Links(_bo)).ToContainTextAsync("#1 Another name");

        await Links(_bo).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(_bo.Locator(".ptitle")).ToHaveTextAsync("Another name");
        await Button(_bo, "Take this link away: #2 Card 2").ClickAsync();
        await Assertions.Expect(Links(_ada)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task WhoeverIsInAField_IsSeenThere_UntilTheyLeaveIt()
    {
        await Tile(_bo, "Card 1").Locator(".tile-link").ClickAsync();
        await _ada.Locator(".panel").GetByLabel("Due", new() { Exact = true }).FocusAsync();
        await Assertions.Expect(_bo.Locator(".prop.edit")).ToContainTextAsync("Ada is editing");

        await _ada.Locator(".ptitle button").ClickAsync();
        await Assertions.Expect(_bo.Locator(".ptitle.edit")).ToContainTextAsync("Ada is editing");
        await Assertions.Expect(_bo.Locator(".prop.edit")).ToHaveCountAsync(0);
        await _ada.GetByLabel("Card title").PressAsync("Escape");
        await Assertions.Expect(_bo.Locator(".ptitle.edit")).ToHaveCountAsync(0);

        await _ada.GetByLabel("Write a comment").PressSequentiallyAsync("Well");
        await Assertions.Expect(_bo.Locator(".typing")).ToContainTextAsync("Ada Admin is writing a comment");
        await _ada.CloseAsync();
        await Assertions.Expect(_bo.Locator(".typing")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task TitleThatWasBegun_SurvivesEsc_AndAReload()
    {
        await _ada.Locator(".ptitle button").ClickAsync();
        await _ada.GetByLabel("Card title").FillAsync("Half a new title");
        await _ada.GetByLabel("Card title").PressAsync("Escape");
        await Assertions.Expect(_ada.Locator(".note.draft")).ToContainTextAsync("Half a new title");
        await Assertions.Expect(_ada.Locator(".ptitle")).ToHaveTextAsync("Card 1");

        await _ada.ReloadAsync();
        await _ada.Locator(".lanes[data-live]").WaitForAsync();
        await Button(_ada, "Go on").ClickAsync();
        await Assertions.Expect(_ada.GetByLabel("Card title")).ToHaveValueAsync("Half a new title");
        await _ada.GetByLabel("Card title").PressAsync("Enter");

        await Assertions.Expect(_ada.Locator(".ptitle")).ToHaveTextAsync("Half a new title");
        await Assertions.Expect(_ada.Locator(".note.draft")).ToHaveCountAsync(0);
        await Assertions.Expect(Tile(_bo, "Half a new title")).ToBeVisibleAsync();
    }

    private ILocator Field(string name) => _ada.Locator(".panel .col2").GetByLabel(name, new() { Exact = true });

    private static ILocator Links(IPage page) => page.Locator(".prop.links li");

    private static ILocator Dialog(IPage page, string button) =>
        page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = button, Exact = true });
}
