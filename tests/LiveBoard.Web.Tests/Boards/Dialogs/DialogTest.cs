using AngleSharp.Dom;
using Bunit;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Live;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Boards.Dialogs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace LiveBoard.Web.Tests.Boards.Dialogs;

/// <summary>A dialog over a live board, opened by the administrator of the board.</summary>
public abstract class DialogTest : BoardPageTest
{
    private readonly List<string> _said = [];
    private LiveBoardSubscription? _subscription;

    /// <summary>What the viewer was told, in order.</summary>
    protected IReadOnlyList<string> Said => _said;

    protected BoardClient Client { get; private set; } = null!;

    protected IRenderedComponent<MudDialogProvider> Screen { get; private set; } = null!;

    protected override async ValueTask DisposeAsyncCore()
    {
        if (_subscription is not null)
        {
            await _subscription.DisposeAsync();
        }

        await base.DisposeAsyncCore();
    }

    protected async Task OpenDialogAsync<TDialog>(params (string Name, object Value)[] parameters)
        where TDialog : BoardDialogBase
    {
        SignIn(Ada);
        Render<MudPopoverProvider>();
        Screen = Render<MudDialogProvider>();
        _subscription = await Live.SubscribeAsync(
            BoardId,
            Ada.Actor,
            update => Screen.InvokeAsync(() => Client.Show(update.Frame!, update.Role)),
            Stop
        );
        var handler = App.Services.GetRequiredService<BoardCommandHandler>();
        Client = new BoardClient(handler, Ada.Actor, _subscription!.First, _subscription.Role);
        Client.Said += snack => _said.Add(snack.Text);
        var all = new DialogParameters { [nameof(BoardDialogBase.Client)] = Client };
        foreach (var (name, value) in parameters)
        {
            all.Add(name, value);
        }

        var dialogs = Services.GetRequiredService<IDialogService>();
        await Screen.InvokeAsync(() => dialogs.ShowAsync<TDialog>("Title", all));
        Screen.WaitForElement(".mud-dialog-actions button");
    }

    /// <summary>The one button of the dialog that says this or is called this.</summary>
    protected IElement Button(string name) =>
        Screen
            .FindAll(".mud-dialog button")
            .Single(b => b.TextContent.Trim() == name || b.GetAttribute("aria-label") == name);

    protected Task PressAsync(string name) => Button(name).ClickAsync(new());

    protected IElement Choice(string label) =>
        Screen
            .FindAll("label.field")
            .Single(l => l.QuerySelector("span")!.TextContent == label)
            .QuerySelector("select")!;

    protected static string? Chosen(IElement select) => select.QuerySelector("option[selected]")?.TextContent;

    protected void ExpectClosed() => Screen.WaitForAssertion(() => Assert.Empty(Screen.FindAll(".mud-dialog")));

    /// <summary>Closes the dialog by its first button and sees that nothing was written.</summary>
    protected async Task ExpectCancelChangesNothingAsync()
    {
        var version = (await ReadAsync()).Version;
        await PressAsync("Cancel");
        ExpectClosed();
        Assert.Equal(version, (await ReadAsync()).Version);
    }
}
