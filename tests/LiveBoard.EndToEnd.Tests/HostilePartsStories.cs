using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Comments;
using LiveBoard.Core.Commands.Fields;
using LiveBoard.Core.Commands.Links;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>The same for fields, links, names, what people are told, and what a description was before.</summary>
public sealed class HostilePartsStories(Chromium chromium) : HostileBoardStory(chromium)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task InFieldsAndLinks_ItIsText(bool isPolicyOff)
    {
        var board = await App.ReadAsync();
        var field = board.Fields.Values.Single();
        await App.SendAsync(
            new ChangeField
            {
                BoardId = App.BoardId,
                FieldId = field.Id,
                Name = field.Name,
                IsOnTile = true,
            }
        );
        await App.SendAsync(
            new LinkCards
            {
                BoardId = App.BoardId,
                CardId = board.FindCard(1)!.Id,
                ToCardId = board.FindCard(2)!.Id,
                Kind = CardLinkKind.Relates,
            }
        );
        var ada = await OpenAsync(App.Ada, "/c/1", isPolicyOff);
        var tile = ada.Locator("article.tile", new() { Has = ada.Locator(".kv") });
        await Assertions.Expect(tile.Locator(".kv")).ToContainTextAsync(HostileText.Of("field"));
        await ExpectTextAsync(ada.Locator(".col2 .prop > span > bdi.cut"), "field");
        await Assertions.Expect(ada.Locator(".prop.links a")).ToHaveTextAsync($"#2 {HostileText.Of("other")}");

        await Button(ada, "Change the board’s fields").ClickAsync();
        await ExpectTextAsync(ada.Locator(".field-row bdi"), "field");
        await CloseDialogAsync(ada);
        await Button(ada, "Link a card").ClickAsync();
        await Assertions.Expect(ada.Locator(".found bdi").First).ToHaveTextAsync(HostileText.Of("other"));

        ExpectNothing();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task InNamesNewsAndVersions_ItIsText(bool isPolicyOff)
    {
        var card = (await App.ReadAsync()).FindCard(2)!.Id;
        foreach (var text in new[] { HostileText.Markdown, "Less of it", $"@{Mal.Name} " + HostileText.Markdown })
        {
            await App.SendAsync(
                new DescribeCard
                {
                    BoardId = App.BoardId,
                    CardId = card,
                    Description = text,
                }
            );
        }

        await App.SendAsync(
            new SetCardAssignee
            {
                BoardId = App.BoardId,
                CardId = card,
                PersonId = App.Ada.Id,
                IsOn = true,
            },
            Mal
        );
        await App.SendAsync(
            new AddComment
            {
                BoardId = App.BoardId,
                CardId = card,
                Text = HostileText.Of("said"),
            },
            Mal
        );
        var ada = await OpenAsync(App.Ada, "", isPolicyOff);
        await ada.Locator(".rail .bell").ClickAsync();
        await Assertions.Expect(ada.Locator("#news .what").First).ToHaveTextAsync($"{HostileText.Of("mal")} commented");
        await ExpectTextAsync(ada.Locator("#news .say"), "said");
        await Assertions.Expect(ada.Locator("#news b").First).ToHaveTextAsync($"#2 {HostileText.Of("other")}");
        await ada.Locator("#news a").First.ClickAsync();
        await Assertions.Expect(ada.Locator(".mention").First).ToHaveTextAsync($"@{Mal.Name}");

        await ada.GetByLabel("Write a comment").FillAsync("@mal");
        await Assertions.Expect(ada.GetByRole(AriaRole.Option)).ToHaveTextAsync($"@{Mal.Name}");
        await ada.GetByLabel("Write a comment").FillAsync("#1");
        await Assertions.Expect(ada.GetByRole(AriaRole.Option)).ToHaveTextAsync($"#1 {HostileText.Of("full")}");
        await ada.GetByLabel("Write a comment").PressAsync("Escape");
        await Button(ada, "History").ClickAsync();
        await Assertions.Expect(ada.Locator(".diff")).ToContainTextAsync($"<script>{HostileText.Script}</script>");

        ExpectNothing();
    }
}
