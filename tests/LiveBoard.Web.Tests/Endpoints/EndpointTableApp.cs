using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Widgets;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using LiveBoard.Web.Backups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Endpoints;

/// <summary>An application with the people and things that the addresses of docs/access.md are about.</summary>
public sealed class EndpointTableApp : IAsyncLifetime
{
    private ProviderProcess _provider = null!;
    private string _guestSecret = "";
    private readonly Dictionary<string, TestUser> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal)
    {
        ["{Number:int}"] = "1",
        ["{Code:int}"] = "403",
        ["{Key}"] = "deploys",
        ["{**path:file}"] = "missing.txt",
    };

    public LiveBoardApp App { get; } =
        new LiveBoardApp()
            .With("LiveBoard:Limits:SignInsPerMinute", "1000")
            .With("LiveBoard:Limits:SignInsPerMinuteAndSource", "10000");

    /// <summary>Nobody has an account on this one.</summary>
    public LiveBoardApp Fresh { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _provider = await ProviderProcess.StartAsync();
        _provider.Connect(App);
        _provider.Connect(Fresh);
        var administrator = await App.CreateAdministratorAsync();
        var directory = App.Services.GetRequiredService<DirectoryService>();
        var workspace = (await directory.CreateWorkspaceAsync(administrator.Actor, "Members only")).Value;
        var member = await App.CreateUserAsync(workspace, WorkspaceRole.Owner);
        _parts["{PersonId:guid}"] = (await App.CreateUserAsync(workspace)).Id.ToString();
        var invitation = await App
            .Services.GetRequiredService<InvitationService>()
            .CreateAsync(member.Actor, workspace, WorkspaceRole.Member);
        await App
            .Services.GetRequiredService<InstanceService>()
            .SetRegistrationOpenAsync(administrator.Actor, isOpen: true);
        await directory.RemoveMemberAsync(member.Actor, workspace, administrator.Id);
        _people["administrator"] = administrator;
        _people["stranger"] = await App.CreateUserAsync();
        _people["member"] = member;
        _parts["{WorkspaceId:guid}"] = workspace.ToString();
        _parts["{BoardId:guid}"] = (await AddBoardAsync(member, workspace)).ToString();
        var dashboard = new CreateDashboard
        {
            BoardId = Guid.CreateVersion7(),
            WorkspaceId = workspace,
            Name = "Flow",
            Visibility = BoardVisibility.Private,
        };
        await DoAsync(dashboard, member);
        _parts["{DashboardId:guid}"] = _parts["{FirstId:guid}"] = dashboard.BoardId.ToString();
        _parts["{Token}"] = invitation.Value!;
        var links = App.Services.GetRequiredService<GuestLinkService>();
        var board = Guid.Parse(_parts["{BoardId:guid}"]);
        var (card, attachment) = await AddPictureAsync(member, board);
        (_parts["{CardId:guid}"], _parts["{AttachmentId:guid}"]) = ($"{card}", $"{attachment}");
        _guestSecret = (await links.CreateAsync(member.Actor, board, new GuestLinkWish())).Value!;
        _parts["{LinkId:guid}"] = $"{(await links.ListAsync(member.Actor, board))[0].Id}";
        _parts["{Id:guid}"] = await UploadAsync(member);
        _parts["{Backup}"] = (
            await App.Services.GetRequiredService<BackupService>().MakeAsync(BackupKind.Manual, CancellationToken.None)
        ).Key;
        _parts["{UploadId:guid}"] = await UploadRowsAsync(member, board);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Fresh.DisposeAsync();
        await _provider.DisposeAsync();
    }

    /// <summary>A browser of its own for this person of the table.</summary>
    public Task<HttpClient> OpenBrowserAsync(string person) =>
        person switch
        {
            "before set-up" => Task.FromResult(Fresh.CreateBrowser()),
            "nobody" => Task.FromResult(App.CreateBrowser()),
            "guest" => OpenGuestAsync(),
            _ => App.CreateBrowserAsync(_people[person]),
        };

    /// <summary>A real address of this pattern.</summary>
    public string AddressOf(string pattern) =>
        pattern == "/share/{Token}"
            ? $"/share/{_guestSecret}"
            : _parts.Aggregate(
                pattern,
                (address, part) => address.Replace(part.Key, part.Value, StringComparison.Ordinal)
            );

    private async Task<HttpClient> OpenGuestAsync()
    {
        var browser = App.CreateBrowser();
        using var entered = await browser.GetAsync(new Uri($"/share/{_guestSecret}", UriKind.Relative));
        return browser;
    }

    private async Task<Guid> AddBoardAsync(TestUser owner, Guid workspace)
    {
        var create = new CreateBoard
        {
            BoardId = Guid.CreateVersion7(),
            WorkspaceId = workspace,
            Name = "Members only",
            Columns = [new NewColumn("Ready", ColumnStage.NotStarted)],
        };
        await DoAsync(create, owner);
        return create.BoardId;
    }

    /// <summary>A card with a picture on it.</summary>
    private async Task<(Guid Card, Guid Attachment)> AddPictureAsync(TestUser owner, Guid boardId)
    {
        var boards = App.Services.GetRequiredService<BoardReader>();
        var column = (await boards.ReadAsync(boardId))!.Columns[0].Id;
        await DoAsync(
            new AddCards
            {
                BoardId = boardId,
                ColumnId = column,
                Titles = ["Card"],
            },
            owner
        );
        var card = (await boards.ReadAsync(boardId))!.Columns[0].Cards[0].Id;
        using var browser = await App.CreateBrowserAsync(owner);
        using var answer = await browser.UploadFileAsync(boardId, card, "pier.png", TestPicture.Png(8, 6));
        Assert.True(answer.IsSuccessStatusCode);
        await using var db = App.CreateDbContext();
        return (card, (await db.Attachments.SingleAsync()).Id);
    }

    private async Task DoAsync(BoardCommand command, TestUser actor)
    {
        var result = await App.Services.GetRequiredService<BoardCommandHandler>().HandleAsync(command, actor.Actor);
        Assert.True(result.IsDone);
    }

    private async Task<string> UploadRowsAsync(TestUser user, Guid board)
    {
        using var browser = await App.CreateBrowserAsync(user);
        using var answer = await EndpointRequests.UploadRowsAsync(
            browser,
            $"/b/{board}/import/upload",
            $"/b/{board}/import"
        );
        return answer.Headers.Location!.OriginalString.Split('/')[^1];
    }

    private async Task<string> UploadAsync(TestUser user)
    {
        using var browser = await App.CreateBrowserAsync(user);
        using var answer = await EndpointRequests.UploadAsync(browser, "/import");
        return answer.Headers.Location!.OriginalString.Split('/')[^1];
    }
}
