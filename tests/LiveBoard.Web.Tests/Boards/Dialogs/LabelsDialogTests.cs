using Bunit;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Labels;
using LiveBoard.Web.Components.Boards.Dialogs;

namespace LiveBoard.Web.Tests.Boards.Dialogs;

public sealed class LabelsDialogTests : DialogTest
{
    [Fact]
    public async Task Label_IsAdded_WithTheFirstColourNotInUse()
    {
        await OpenAsync();

        await Screen.Find(".label-form input").ChangeAsync(new() { Value = "Crew" });
        await Screen.Find(".label-form").SubmitAsync(EventArgs.Empty);

        Screen.WaitForAssertion(() => Assert.Equal(["Crew", "Piers"], Shown()));
        Assert.Equal(LabelColor.Leaf, (await LabelAsync("Crew")).Color);
        Assert.Equal("", Screen.Find(".label-form input").GetAttribute("value"));
    }

    [Fact]
    public async Task Label_IsChanged_InItsRow()
    {
        await OpenAsync();

        await PressAsync("Change the label Piers");
        Assert.Equal("Piers", Screen.Find(".label-form input").GetAttribute("value"));
        Assert.Equal("true", Screen.Find(".label-form .swatch.l-straw").GetAttribute("aria-checked"));
        await Screen.Find(".label-form input").ChangeAsync(new() { Value = "Quays" });
        await Screen.Find(".label-form .swatch.l-sky").ClickAsync(new());
        await Screen.Find(".label-form").SubmitAsync(EventArgs.Empty);

        Screen.WaitForAssertion(() => Assert.Equal(["Quays"], Shown()));
        Assert.Equal(LabelColor.Sky, (await LabelAsync("Quays")).Color);
    }

    [Fact]
    public async Task Delete_AsksFirst()
    {
        await OpenAsync();

        await PressAsync("Delete the label Piers");
        await Screen.FindAll(".label-row button").First(b => b.TextContent == "Cancel").ClickAsync(new());
        Assert.Single((await ReadAsync()).Labels);
        await PressAsync("Delete the label Piers");
        await PressAsync("Delete");

        Screen.WaitForAssertion(() => Assert.Empty(Shown()));
        Assert.Empty((await ReadAsync()).Labels);
    }

    [Fact]
    public async Task NameThatIsTooLong_IsRefusedInWords_AndStaysInTheField()
    {
        await OpenAsync();

        await Screen.Find(".label-form input").ChangeAsync(new() { Value = new string('x', Label.MaxNameLength + 1) });
        await Screen.Find(".label-form").SubmitAsync(EventArgs.Empty);

        Assert.EndsWith("is too long.", Assert.Single(Said), StringComparison.Ordinal);
        Assert.Equal(["Piers"], Shown());
    }

    private async Task OpenAsync()
    {
        await MakeBoardAsync(1, 0);
        await SendAsync(
            new AddLabel
            {
                BoardId = BoardId,
                Name = "Piers",
                Color = LabelColor.Straw,
            }
        );
        await OpenDialogAsync<LabelsDialog>();
    }

    private IEnumerable<string> Shown() => Screen.FindAll(".label-row .lb").Select(l => l.TextContent);

    private async Task<LabelSnapshot> LabelAsync(string name) =>
        (await ReadAsync()).Labels.Values.Single(l => l.Name == name);
}
