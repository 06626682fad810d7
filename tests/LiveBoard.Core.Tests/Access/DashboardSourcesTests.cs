using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Access;

/// <summary>A dashboard tells nobody of a board that they could not open themselves.</summary>
public sealed class DashboardSourcesTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestBoard _open = null!;
    private TestBoard _dashboard = null!;
    private DashboardSources _sources = null!;
    private Actor _member;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _open = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 0);
        _dashboard = await _open.AddDashboardAsync();
        _member = await _database.AddUserAsync(_open.WorkspaceId);
        _sources = new DashboardSources(_database, _database.Access, _database.Guests);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Sources_AreTheKanbanBoardsOfTheWorkspace_ByName_WithTheRole()
    {
        var other = await AddBoardAsync("A second one");
        var elsewhere = await TestBoard.CreateAsync(_database);
        await _database.JoinAsync(elsewhere.WorkspaceId, _member);
        await _open.AddDashboardAsync();

        var sources = await _sources.ReadAsync(_member, _dashboard.Id, Cancellation);

        Assert.Equal(
            [
                new DashboardSource(other, "A second one", BoardRole.Editor),
                new DashboardSource(_open.Id, "Board", BoardRole.Editor),
            ],
            sources!.Value
        );
    }

    [Fact]
    public async Task PrivateBoard_IsASourceForWhoeverMayOpenIt_AndForNobodyElse()
    {
        var secret = await AddBoardAsync("Secret", BoardVisibility.Private);
        var pass = await MakeGuestAsync();

        Assert.Equal([_open.Id, secret], await IdsAsync(_dashboard.Owner));
        Assert.Equal([_open.Id], await IdsAsync(_member));
        var forGuests = await _sources.ReadAsync(pass, _dashboard.Id, Cancellation);
        Assert.Equal([new DashboardSource(_open.Id, "Board", BoardRole.Viewer)], forGuests!.Value);
    }

    [Fact]
    public async Task ArchivedBoard_IsNoSource()
    {
        var pass = await MakeGuestAsync();
        await _open.DoAsync(new ArchiveBoard { BoardId = _open.Id, IsArchived = true });

        Assert.Empty(await IdsAsync(_dashboard.Owner));
        Assert.Empty((await _sources.ReadAsync(pass, _dashboard.Id, Cancellation))!.Value);
    }

    [Fact]
    public async Task WhoeverMayNotOpenTheDashboard_IsToldNothing()
    {
        var stranger = await _database.AddUserAsync();
        var pass = await MakeGuestAsync();
        var other = await _open.AddDashboardAsync();

        Assert.Null(await _sources.ReadAsync(stranger, _dashboard.Id, Cancellation));
        Assert.Null(await _sources.ReadAsync(_member, Guid.CreateVersion7(), Cancellation));
        Assert.Null(await _sources.ReadAsync(_member, _open.Id, Cancellation));
        Assert.Null(await _sources.ReadAsync(pass, other.Id, Cancellation));
        Assert.Null(await _sources.ReadAsync(default(GuestPass), _dashboard.Id, Cancellation));
        await _dashboard.CloseToWorkspaceAsync();
        Assert.Null(await _sources.ReadAsync(_member, _dashboard.Id, Cancellation));
        Assert.Null(await _sources.ReadAsync(pass, _dashboard.Id, Cancellation));
    }

    /// <summary>A link to a board of cards shows that board, and no list of others.</summary>
    [Fact]
    public async Task GuestOfAKanbanBoard_IsToldNothing()
    {
        var secret = await _database.GuestLinks.CreateAsync(_open.Owner, _open.Id, new GuestLinkWish(), Cancellation);
        var pass = (await _database.Guests.FindAsync(secret.Value, Cancellation))!.Pass;

        Assert.Null(await _sources.ReadAsync(pass, _open.Id, Cancellation));
        Assert.Null(await _sources.ReadAsync(pass, _dashboard.Id, Cancellation));
    }

    private async Task<IEnumerable<Guid>> IdsAsync(Actor actor) =>
        (await _sources.ReadAsync(actor, _dashboard.Id, Cancellation))!.Value.Select(s => s.Id);

    private async Task<GuestPass> MakeGuestAsync()
    {
        var secret = await _database.GuestLinks.CreateAsync(
            _dashboard.Owner,
            _dashboard.Id,
            new GuestLinkWish(),
            Cancellation
        );
        return (await _database.Guests.FindAsync(secret.Value, Cancellation))!.Pass;
    }

    private async Task<Guid> AddBoardAsync(string name, BoardVisibility visibility = BoardVisibility.Workspace)
    {
        var id = Guid.CreateVersion7();
        await _open.DoAsync(
            new CreateBoard
            {
                BoardId = id,
                WorkspaceId = _open.WorkspaceId,
                Name = name,
                Visibility = visibility,
            }
        );
        return id;
    }
}
