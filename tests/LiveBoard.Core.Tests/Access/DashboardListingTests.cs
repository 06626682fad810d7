using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Access;

/// <summary>Dashboards have a list of their own and are in no list of boards.</summary>
public sealed class DashboardListingTests : IAsyncLifetime
{
    private DirectoryFixture _directory = null!;
    private Guid _board;
    private Guid _dashboard;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _directory = await DirectoryFixture.CreateAsync();
        _board = await _directory.AddBoardAsync(_directory.Owner, "Board");
        _dashboard = await _directory.AddDashboardAsync(_directory.Owner, "Dashboard");
    }

    public ValueTask DisposeAsync() => _directory.DisposeAsync();

    [Fact]
    public async Task Boards_AndDashboards_AreListedApart()
    {
        var member = await _directory.AddMemberAsync("Member");
        await _directory.AddDashboardAsync(_directory.Owner, "Secret", BoardVisibility.Private);

        var listing = Assert.Single(await _directory.Boards.ReadAsync(member, Cancellation));

        Assert.Equal(_board, Assert.Single(listing.Boards).Id);
        var dashboard = Assert.Single(listing.Dashboards);
        Assert.Equal(
            (_dashboard, BoardRole.Editor, BoardKind.Dashboard),
            (dashboard.Id, dashboard.Role, dashboard.Kind)
        );
        Assert.Empty(listing.Archived);
        Assert.Empty(listing.ArchivedDashboards);
    }

    [Fact]
    public async Task ArchivedDashboard_IsAmongNeitherBoardsNorArchivedBoards()
    {
        await ArchiveAsync(_dashboard);

        var listing = await ListingAsync();

        Assert.Empty(listing.Dashboards);
        Assert.Empty(listing.Archived);
        Assert.Equal(_dashboard, Assert.Single(listing.ArchivedDashboards).Id);
    }

    [Fact]
    public async Task StarredDashboard_IsNotAmongTheStarredBoards_AndIsKnownAsStarred()
    {
        await _directory.Bookmarks.SetStarAsync(_directory.Owner, _board, isStarred: true, Cancellation);
        await _directory.Bookmarks.SetStarAsync(_directory.Owner, _dashboard, isStarred: true, Cancellation);

        var rail = await _directory.Boards.ReadRailAsync(_directory.Owner, Cancellation);

        Assert.Equal([_board], rail!.Starred.Select(s => s.Id));
        Assert.True((await ListingAsync()).Dashboards[0].IsStarred);
    }

    [Fact]
    public async Task CountOfBoards_AndOnesOwnData_TellThemApart()
    {
        var instance = await _directory.Boards.ReadInstanceAsync(_directory.Owner, Cancellation);
        Assert.Equal(1, Assert.Single(instance!.Workspaces).BoardCount);

        var data = await _directory.PersonalData.ReadAsync(_directory.Owner, Cancellation);

        Assert.Equal(["Board"], data!.Boards.Select(b => b.Name));
        Assert.Equal(["Dashboard"], data.Dashboards.Select(b => b.Name));
    }

    [Fact]
    public async Task DefaultDashboard_IsSetByAnOwner_ToldToAll_AndTakenBack()
    {
        var member = await _directory.AddMemberAsync("Member");
        var heard = new List<DirectoryEvent>();
        using var subscription = _directory.Bus.SubscribeDirectory(heard.Add);

        Assert.True((await SetAsync(_directory.Owner, _dashboard)).IsDone);

        Assert.Equal([new WorkspaceChanged(_directory.Workspace)], heard);
        Assert.Equal(_dashboard, (await ListingAsync(member)).DefaultDashboardId);
        await using var db = _directory.CreateDbContext();
        Assert.Single(
            await db.AuditEntries.Where(e => e.Kind == AuditKind.DirectoryChanged).ToListAsync(Cancellation),
            e => e.SubjectId == _directory.Workspace && e.Details == $"SetDefaultDashboard: {_dashboard}"
        );
        Assert.True((await SetAsync(_directory.Owner, null)).IsDone);
        Assert.Null((await ListingAsync(member)).DefaultDashboardId);
    }

    [Fact]
    public async Task DefaultDashboard_ThatIsNoneOfTheWorkspace_IsRefused()
    {
        var other = (await _directory.Service.CreateWorkspaceAsync(_directory.Owner, "Other", Cancellation)).Value;
        var elsewhere = await _directory.AddDashboardAsync(_directory.Owner, "Elsewhere", workspace: other);
        var archived = await _directory.AddDashboardAsync(_directory.Owner, "Old");
        await ArchiveAsync(archived);

        foreach (var wrong in new[] { elsewhere, archived, _board, Guid.CreateVersion7() })
        {
            Assert.Equal(DirectoryRefusal.NotFound, (await SetAsync(_directory.Owner, wrong)).Refusal);
        }

        Assert.Null((await ListingAsync()).DefaultDashboardId);
    }

    [Fact]
    public async Task DefaultDashboard_ThatOneMayNotOpen_OrThatWasPutAway_IsNone()
    {
        var member = await _directory.AddMemberAsync("Member");
        var secret = await _directory.AddDashboardAsync(_directory.Owner, "Secret", BoardVisibility.Private);
        await SetAsync(_directory.Owner, secret);

        Assert.Null((await ListingAsync(member)).DefaultDashboardId);
        Assert.Equal(secret, (await ListingAsync()).DefaultDashboardId);
        await ArchiveAsync(secret);
        Assert.Null((await ListingAsync()).DefaultDashboardId);
    }

    private Task<DirectoryResult> SetAsync(Actor actor, Guid? dashboard) =>
        _directory.Service.SetDefaultDashboardAsync(actor, _directory.Workspace, dashboard, Cancellation);

    private async Task ArchiveAsync(Guid board) =>
        Assert.True(
            (
                await _directory.Commands.HandleAsync(
                    new ArchiveBoard { BoardId = board, IsArchived = true },
                    _directory.Owner,
                    Cancellation
                )
            ).IsDone
        );

    private async Task<WorkspaceListing> ListingAsync(Actor? actor = null) =>
        (await _directory.Boards.ReadAsync(actor ?? _directory.Owner, Cancellation)).Single(w =>
            w.Id == _directory.Workspace
        );
}
