using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Events;

namespace LiveBoard.Core.Tests.Access;

public sealed class BoardDirectoryTests : IAsyncLifetime
{
    private DirectoryFixture _directory = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _directory = await DirectoryFixture.CreateAsync();

    public ValueTask DisposeAsync() => _directory.DisposeAsync();

    [Fact]
    public async Task Member_SeesOpenBoardsAndTheirOwn_AndNoOthers()
    {
        var member = await _directory.AddMemberAsync("Member");
        await _directory.AddBoardAsync(_directory.Owner, "secret", BoardVisibility.Private);
        var open = await _directory.AddBoardAsync(_directory.Owner, "beta");
        var own = await _directory.AddBoardAsync(member, "Alpha", BoardVisibility.Private);

        var listing = Assert.Single(await _directory.Boards.ReadAsync(member, Cancellation));

        Assert.Equal(WorkspaceRole.Member, listing.Role);
        Assert.Equal([own, open], listing.Boards.Select(b => b.Id));
        Assert.Equal([BoardRole.Admin, BoardRole.Editor], listing.Boards.Select(b => b.Role));
        Assert.Equal(3, (await _directory.Boards.ReadAsync(_directory.Owner, Cancellation))[0].Boards.Length);
    }

    [Fact]
    public async Task Stranger_AndDisabledAccount_SeeNothing()
    {
        var stranger = await _directory.AddAccountAsync("Stranger");
        var member = await _directory.AddMemberAsync("Member");
        await _directory.AddBoardAsync(member, "Board");
        await _directory.DisableAsync(member);

        Assert.Empty(await _directory.Boards.ReadAsync(stranger, Cancellation));
        Assert.Empty(await _directory.Boards.ReadAsync(member, Cancellation));
        Assert.Empty(await _directory.Boards.ReadAsync(default, Cancellation));
        Assert.Null(await _directory.Boards.ReadMembersAsync(stranger, _directory.Workspace, Cancellation));
        Assert.Null(await _directory.Boards.ReadMembersAsync(member, _directory.Workspace, Cancellation));
        Assert.Null(await _directory.Boards.ReadOwnAsync(member, Cancellation));
    }

    [Fact]
    public async Task ArchivedBoard_IsListedApart()
    {
        var board = await _directory.AddBoardAsync(_directory.Owner, "Old");
        await _directory.Commands.HandleAsync(
            new ArchiveBoard { BoardId = board, IsArchived = true },
            _directory.Owner,
            Cancellation
        );

        var listing = Assert.Single(await _directory.Boards.ReadAsync(_directory.Owner, Cancellation));

        Assert.Empty(listing.Boards);
        Assert.Equal(board, Assert.Single(listing.Archived).Id);
    }

    [Fact]
    public async Task Bookmarks_AreKeptForBoardsThatOneMayOpen_AndForOneselfOnly()
    {
        var member = await _directory.AddMemberAsync("Member");
        var board = await _directory.AddBoardAsync(_directory.Owner, "Board");
        var heard = new List<DirectoryEvent>();
        using var subscription = _directory.Bus.SubscribeDirectory(heard.Add);

        await _directory.Bookmarks.SetStarAsync(member, board, isStarred: true, Cancellation);
        await _directory.Bookmarks.VisitAsync(member, board, version: 1, Cancellation);
        await _directory.Bookmarks.VisitAsync(member, board, version: 1, Cancellation);

        var mine = (await _directory.Boards.ReadAsync(member, Cancellation))[0].Boards[0];
        var theirs = (await _directory.Boards.ReadAsync(_directory.Owner, Cancellation))[0].Boards[0];
        Assert.Equal((true, _directory.Time.GetUtcNow().UtcDateTime), (mine.IsStarred, mine.LastVisitedAt));
        Assert.Equal((false, null), (theirs.IsStarred, theirs.LastVisitedAt));
        // The second visit at the same moment changed nothing.
        Assert.Equal(
            [
                new BookmarkChanged(member.PersonId, board, IsStarChanged: true),
                new BookmarkChanged(member.PersonId, board, IsStarChanged: false),
            ],
            heard
        );
    }

    [Fact]
    public async Task Bookmark_OnAPrivateBoard_IsAnsweredLikeOneThatDoesNotExist()
    {
        var member = await _directory.AddMemberAsync("Member");
        var secret = await _directory.AddBoardAsync(_directory.Owner, "Secret", BoardVisibility.Private);

        var star = await _directory.Bookmarks.SetStarAsync(member, secret, isStarred: true, Cancellation);
        var visit = await _directory.Bookmarks.VisitAsync(member, secret, version: 1, Cancellation);
        var unknown = await _directory.Bookmarks.VisitAsync(member, Guid.NewGuid(), version: 1, Cancellation);

        Assert.Equal(DirectoryRefusal.NotFound, star.Refusal);
        Assert.Equal(unknown, visit);
    }

    [Fact]
    public async Task People_AreListedForMembers_ByName()
    {
        var member = await _directory.AddMemberAsync("alice");

        var people = await _directory.Boards.ReadMembersAsync(member, _directory.Workspace, Cancellation);

        Assert.Equal(["alice", "Owner"], people!.Value.Select(p => p.Name));
        Assert.Equal([WorkspaceRole.Member, WorkspaceRole.Owner], people.Value.Select(p => p.Role));
    }
}
