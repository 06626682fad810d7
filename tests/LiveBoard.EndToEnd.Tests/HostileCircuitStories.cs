using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Testing;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>B-10, B-13: a page whose script has been taken over, beside people at work.</summary>
public sealed class HostileCircuitStories(Chromium chromium) : StoryTest(chromium)
{
    [Fact]
    public async Task ForgedEvents_DoNothing_AndTheOthersGoOn()
    {
        var made = await App.MakeBoardAsync();
        var bo = await OpenWithSocketAsync();
        var ada = await App.OpenBoardAsync(App.Ada);
        byte[][] forged =
        [
            Event(1, """[{"eventHandlerId":999999,"eventName":"click","eventFieldInfo":null},{}]"""),
            Event(1, """[{"eventHandlerId":-1,"eventName":"no such event"},{"type":"x"}]"""),
            Event(2, "[1,2,3]"),
            Event(77, "[]"),
            HubFrame.Call("BeginInvokeDotNetFromJS", "9", null, "NoSuchMethod", 1, "[]"),
            HubFrame.Call("BeginInvokeDotNetFromJS", "9", "LiveBoard.Core", "Delete", 0, "[]"),
        ];

        await bo.EvaluateAsync(
            """
            (frames) => {
              const bytes = frames.map((frame) => Uint8Array.from(atob(frame), (c) => c.charCodeAt(0)));
              for (let i = 0; i < 3000; i++) window.sockets.at(-1).send(bytes[i % bytes.length]);
            }
            """,
            forged.Select(Convert.ToBase64String).ToArray()
        );

        Assert.Equal(made.Version, (await App.ReadAsync()).Version);
        await RenameAsync(made, "Still at work");
        await Assertions.Expect(Tile(ada, "Still at work")).ToBeVisibleAsync();
        await bo.ReloadAsync();
        await Assertions.Expect(Tile(bo, "Still at work")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task MessageOverTheLimit_CostsThatPageItsConnection_WhichItMakesAnew()
    {
        var made = await App.MakeBoardAsync();
        var bo = await OpenWithSocketAsync();
        var ada = await App.OpenBoardAsync(App.Ada);

        await bo.EvaluateAsync("() => window.sockets.at(-1).send(new Uint8Array(65 * 1024 + 1).fill(0xff))");

        await bo.WaitForFunctionAsync("() => window.sockets[0].readyState === WebSocket.CLOSED");
        await RenameAsync(made, "Still at work");
        await Assertions.Expect(Tile(ada, "Still at work")).ToBeVisibleAsync();
        await Assertions.Expect(Tile(bo, "Still at work")).ToBeVisibleAsync();
    }

    /// <summary>B-8: a circuit that was put to rest and comes back asks anew what its person may see, before it shows anything.</summary>
    [Fact]
    public async Task PageThatRested_WhileItsRightWent_ComesBackWithoutTheBoard()
    {
        await App.MakeBoardAsync();
        var bo = await App.OpenBoardAsync(App.Bo);
        await bo.EvaluateAsync("() => Blazor.pauseCircuit()");
        await App.SendAsync(
            new SetBoardAccess
            {
                BoardId = App.BoardId,
                Visibility = BoardVisibility.Private,
                WorkspaceRole = BoardRole.Editor,
            }
        );

        await bo.EvaluateAsync("() => Blazor.resumeCircuit()");

        await Assertions.Expect(bo.Locator(".note-h")).ToBeVisibleAsync();
        await Assertions.Expect(bo.GetByText("Card 2")).ToHaveCountAsync(0);
    }

    private Task RenameAsync(BoardSnapshot board, string title)
    {
        var card = board.Columns[0].Cards[0];
        return App.SendAsync(
            new RenameCard
            {
                BoardId = App.BoardId,
                CardId = card.Id,
                Title = title,
                ExpectedTitle = card.Title,
            }
        );
    }

    private static byte[] Event(int renderer, string arguments) =>
        HubFrame.Call("BeginInvokeDotNetFromJS", "9", null, "DispatchEventAsync", renderer, arguments);

    /// <summary>Bo's page, with a hold on the socket that its own script has opened.</summary>
    private async Task<IPage> OpenWithSocketAsync()
    {
        var bo = await App.OpenAsync(App.Bo);
        await bo.AddInitScriptAsync(
            """
            window.sockets = [];
            const Real = window.WebSocket;
            window.WebSocket = class extends Real {
              constructor(...how) { super(...how); window.sockets.push(this); }
            };
            """
        );
        await bo.GotoAsync($"{App.Url}/b/{App.BoardId}");
        await bo.Locator(".lanes[data-live]").WaitForAsync();
        return bo;
    }
}
