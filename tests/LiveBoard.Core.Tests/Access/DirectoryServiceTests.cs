using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Access;

public sealed class DirectoryServiceTests : IAsyncLifetime
{
    private DirectoryFixture _directory = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _directory = await DirectoryFixture.CreateAsync();

    public ValueTask DisposeAsync() => _directory.DisposeAsync();

    [Fact]
    public async Task CreateWorkspace_IsForAdministratorsOnly()
    {
        var member = await _directory.AddMemberAsync("Member", WorkspaceRole.Owner);

        var result = await _directory.Service.CreateWorkspaceAsync(member, "Mine", Cancellation);

        Assert.Equal(DirectoryRefusal.NotAllowed, result.Refusal);
    }

    [Fact]
    public async Task DemotedAdministrator_LosesAdministrationAtOnce()
    {
        await using (var db = _directory.CreateDbContext())
        {
            var user = await db.Users.SingleAsync(u => u.Id == _directory.Owner.PersonId, Cancellation);
            user.IsAdministrator = false;
            await db.SaveChangesAsync(Cancellation);
        }

        var workspace = await _directory.Service.CreateWorkspaceAsync(_directory.Owner, "Another", Cancellation);
        var registration = await _directory.Instance.SetRegistrationOpenAsync(_directory.Owner, true, Cancellation);

        Assert.Equal(DirectoryRefusal.NotAllowed, workspace.Refusal);
        Assert.Equal(DirectoryRefusal.NotAllowed, registration.Refusal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" \u200B ")]
    [InlineData("a\0b")]
    [InlineData("a\uFFFFb")]
    public async Task Name_ThatCannotBeStoredOrSeen_IsRefused(string? name)
    {
        var result = await _directory.Service.RenameWorkspaceAsync(
            _directory.Owner,
            _directory.Workspace,
            name,
            Cancellation
        );

        Assert.Equal(DirectoryRefusal.NameInvalid, result.Refusal);
    }

    [Fact]
    public async Task RenameWorkspace_TellsEveryoneWhoListens()
    {
        var heard = new List<DirectoryEvent>();
        using var subscription = _directory.Bus.SubscribeDirectory(heard.Add);

        var result = await _directory.Service.RenameWorkspaceAsync(
            _directory.Owner,
            _directory.Workspace,
            "New\nname",
            Cancellation
        );

        Assert.True(result.IsDone);
        Assert.Equal([new WorkspaceChanged(_directory.Workspace)], heard);
        var listing = Assert.Single(await _directory.Boards.ReadAsync(_directory.Owner, Cancellation));
        Assert.Equal("New name", listing.Name);
    }

    [Fact]
    public async Task Roles_AreChangedByOwnersOnly_AndNeverOnesOwn()
    {
        var member = await _directory.AddMemberAsync("Member");
        var other = await _directory.AddMemberAsync("Other");
        var stranger = await _directory.AddAccountAsync("Stranger");

        Assert.Equal(DirectoryRefusal.NotAllowed, await SetRoleAsync(member, other, WorkspaceRole.Owner));
        Assert.Equal(DirectoryRefusal.NotAllowed, await SetRoleAsync(member, member, WorkspaceRole.Owner));
        Assert.Equal(DirectoryRefusal.NotFound, await SetRoleAsync(stranger, other, WorkspaceRole.Owner));
        Assert.Equal(DirectoryRefusal.NotFound, await SetRoleAsync(_directory.Owner, stranger, WorkspaceRole.Owner));
        Assert.Equal(
            DirectoryRefusal.OwnRole,
            await SetRoleAsync(_directory.Owner, _directory.Owner, WorkspaceRole.Member)
        );
        Assert.Equal(DirectoryRefusal.ValueInvalid, await SetRoleAsync(_directory.Owner, member, (WorkspaceRole)9));
        Assert.Null(await SetRoleAsync(_directory.Owner, member, WorkspaceRole.Owner));
        Assert.Equal(WorkspaceRole.Owner, await _directory.RoleOfAsync(member));
    }

    [Fact]
    public async Task TwoOwners_DemotingEachOtherAtOnce_LeaveOneOwner()
    {
        for (var round = 0; round < 10; round++)
        {
            var second = await _directory.AddMemberAsync($"Second {round}", WorkspaceRole.Owner);

            var results = await Task.WhenAll(
                Task.Run(() => SetRoleAsync(_directory.Owner, second, WorkspaceRole.Member), Cancellation),
                Task.Run(() => SetRoleAsync(second, _directory.Owner, WorkspaceRole.Member), Cancellation)
            );

            Assert.Single(results, r => r is null);
            var owner =
                await _directory.RoleOfAsync(_directory.Owner) == WorkspaceRole.Owner ? _directory.Owner : second;
            var loser = owner == second ? _directory.Owner : second;
            Assert.Equal(WorkspaceRole.Owner, await _directory.RoleOfAsync(owner));
            Assert.Equal(WorkspaceRole.Member, await _directory.RoleOfAsync(loser));
            if (owner == second)
            {
                Assert.Null(await SetRoleAsync(second, _directory.Owner, WorkspaceRole.Owner));
                Assert.Null(await SetRoleAsync(_directory.Owner, second, WorkspaceRole.Member));
            }
        }
    }

    [Fact]
    public async Task RemovedMember_LosesEveryRoleOnTheWorkspacesBoards()
    {
        var member = await _directory.AddMemberAsync("Member");
        var own = await _directory.AddBoardAsync(member, "Own", BoardVisibility.Private);
        var shared = await _directory.AddBoardAsync(_directory.Owner, "Shared");
        var heard = new List<DirectoryEvent>();
        using var subscription = _directory.Bus.SubscribeDirectory(heard.Add);

        var result = await _directory.Service.RemoveMemberAsync(
            _directory.Owner,
            _directory.Workspace,
            member.PersonId,
            Cancellation
        );

        Assert.True(result.IsDone);
        Assert.Equal(BoardRole.None, await _directory.Access.GetBoardRoleAsync(member, own, Cancellation));
        Assert.Equal(BoardRole.None, await _directory.Access.GetBoardRoleAsync(member, shared, Cancellation));
        Assert.Empty(await _directory.Boards.ReadAsync(member, Cancellation));
        Assert.Contains(new AccessChanged(member.PersonId, _directory.Workspace, null), heard);
        Assert.Contains(new AccessChanged(member.PersonId, null, own), heard);
        await using var db = _directory.CreateDbContext();
        var board = await db.Boards.SingleAsync(b => b.Id == own, Cancellation);
        var change = await db.BoardChanges.SingleAsync(
            c => c.BoardId == own && c.Version == board.Version,
            Cancellation
        );
        Assert.Equal(("RemoveWorkspaceMember", _directory.Owner.PersonId), (change.What, change.ActorId));
    }

    [Fact]
    public async Task RemovedMember_WhoIsTakenInAgain_HasNoOldRoles()
    {
        var member = await _directory.AddMemberAsync("Member");
        var board = await _directory.AddBoardAsync(_directory.Owner, "Private", BoardVisibility.Private);
        await _directory.Commands.HandleAsync(
            new SetBoardMember
            {
                BoardId = board,
                PersonId = member.PersonId,
                Role = BoardRole.Editor,
            },
            _directory.Owner,
            Cancellation
        );
        await _directory.Service.RemoveMemberAsync(
            _directory.Owner,
            _directory.Workspace,
            member.PersonId,
            Cancellation
        );
        var token = await _directory.Invitations.CreateAsync(
            _directory.Owner,
            _directory.Workspace,
            WorkspaceRole.Member,
            cancellationToken: Cancellation
        );

        await _directory.Invitations.AcceptAsync(member, token.Value, Cancellation);

        Assert.Equal(BoardRole.None, await _directory.Access.GetBoardRoleAsync(member, board, Cancellation));
    }

    [Fact]
    public async Task ChangePerson_ChangesOnlyOnesOwn_AndTellsEveryone()
    {
        var heard = new List<DirectoryEvent>();
        using var subscription = _directory.Bus.SubscribeDirectory(heard.Add);

        var good = await _directory.Service.ChangePersonAsync(_directory.Owner, "Ada", 12, Cancellation);
        var colour = await _directory.Service.ChangePersonAsync(_directory.Owner, "Ada", 13, Cancellation);
        var nobody = await _directory.Service.ChangePersonAsync(default, "Ada", 1, Cancellation);

        Assert.True(good.IsDone);
        Assert.Equal(DirectoryRefusal.ValueInvalid, colour.Refusal);
        Assert.Equal(DirectoryRefusal.NotFound, nobody.Refusal);
        Assert.Equal(
            [new PersonChanged(new PersonSnapshot(_directory.Owner.PersonId, "Ada", 12, IsPlaceholder: false))],
            heard
        );
    }

    private async Task<DirectoryRefusal?> SetRoleAsync(Actor by, Actor whom, WorkspaceRole role) =>
        (await _directory.Service.SetRoleAsync(by, _directory.Workspace, whom.PersonId, role, Cancellation)).Refusal;
}
