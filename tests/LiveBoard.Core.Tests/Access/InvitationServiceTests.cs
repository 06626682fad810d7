using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Access;

public sealed class InvitationServiceTests : IAsyncLifetime
{
    private DirectoryFixture _directory = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _directory = await DirectoryFixture.CreateAsync();

    public ValueTask DisposeAsync() => _directory.DisposeAsync();

    [Fact]
    public async Task Secret_Has128Bits_AndIsNotInTheDatabase()
    {
        var token = await CreateAsync(_directory.Owner);

        Assert.Matches("^[A-Za-z0-9_-]{22}$", token.Value);
        await using var db = _directory.CreateDbContext();
        var invitation = await db.Invitations.SingleAsync(Cancellation);
        Assert.Matches("^[0-9A-F]{64}$", invitation.TokenHash);
    }

    [Fact]
    public async Task Invitations_AreMadeSeenAndEndedByOwnersOnly()
    {
        var member = await _directory.AddMemberAsync("Member");
        var stranger = await _directory.AddAccountAsync("Stranger");
        await CreateAsync(_directory.Owner);
        var open = Assert.Single(
            await _directory.Invitations.ListAsync(_directory.Owner, _directory.Workspace, Cancellation)
        );

        Assert.Equal(DirectoryRefusal.NotAllowed, (await CreateAsync(member)).Refusal);
        Assert.Equal(DirectoryRefusal.NotFound, (await CreateAsync(stranger)).Refusal);
        Assert.Empty(await _directory.Invitations.ListAsync(member, _directory.Workspace, Cancellation));
        Assert.Equal(
            DirectoryRefusal.NotAllowed,
            (await _directory.Invitations.RevokeAsync(member, open.Id, Cancellation)).Refusal
        );
        Assert.Equal(
            DirectoryRefusal.NotFound,
            (await _directory.Invitations.RevokeAsync(stranger, open.Id, Cancellation)).Refusal
        );
        Assert.Equal("Owner", open.CreatedBy);
    }

    [Fact]
    public async Task Invitation_IsGoodForSevenDays()
    {
        var token = await CreateAsync(_directory.Owner);
        _directory.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await _directory.Invitations.FindAsync(token.Value, Cancellation));

        _directory.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await _directory.Invitations.FindAsync(token.Value, Cancellation));
        _directory.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(DirectoryRefusal.InvitationInvalid, await AcceptAsync("Late", token.Value));
    }

    [Fact]
    public async Task Invitation_IsUsedOnce_AlsoAtTheSameMoment()
    {
        var token = await CreateAsync(_directory.Owner);
        var people = new List<Actor>();
        for (var i = 0; i < 8; i++)
        {
            people.Add(await _directory.AddAccountAsync($"Person {i}"));
        }

        var results = await Task.WhenAll(
            people.Select(p =>
                Task.Run(() => _directory.Invitations.AcceptAsync(p, token.Value, Cancellation), Cancellation)
            )
        );

        Assert.Single(results, r => r.IsDone);
        Assert.All(results.Where(r => !r.IsDone), r => Assert.Equal(DirectoryRefusal.InvitationInvalid, r.Refusal));
    }

    [Fact]
    public async Task RevokedInvitation_IsOver()
    {
        var token = await CreateAsync(_directory.Owner);
        var open = (await _directory.Invitations.ListAsync(_directory.Owner, _directory.Workspace, Cancellation))[0];

        await _directory.Invitations.RevokeAsync(_directory.Owner, open.Id, Cancellation);

        Assert.Equal(DirectoryRefusal.InvitationInvalid, await AcceptAsync("Late", token.Value));
    }

    /// <summary>P-21: an owner who is about to be put out must not keep a way back in.</summary>
    [Theory]
    [InlineData("demoted")]
    [InlineData("removed")]
    [InlineData("disabled")]
    public async Task InvitationOfAFormerOwner_OpensNothing(string how)
    {
        var owner = await _directory.AddMemberAsync("Second owner", WorkspaceRole.Owner);
        var token = await CreateAsync(owner);
        Assert.NotNull(await _directory.Invitations.FindAsync(token.Value, Cancellation));

        switch (how)
        {
            case "demoted":
                await _directory.Service.SetRoleAsync(
                    _directory.Owner,
                    _directory.Workspace,
                    owner.PersonId,
                    WorkspaceRole.Member,
                    Cancellation
                );
                break;
            case "removed":
                await _directory.Service.RemoveMemberAsync(
                    _directory.Owner,
                    _directory.Workspace,
                    owner.PersonId,
                    Cancellation
                );
                break;
            default:
                await _directory.DisableAsync(owner);
                break;
        }

        Assert.Null(await _directory.Invitations.FindAsync(token.Value, Cancellation));
        Assert.Equal(DirectoryRefusal.InvitationInvalid, await AcceptAsync("Late", token.Value));
        Assert.Empty(await _directory.Invitations.ListAsync(_directory.Owner, _directory.Workspace, Cancellation));
    }

    [Fact]
    public async Task Accepting_AsAMemberOrWithADisabledAccount_UsesNothingUp()
    {
        var token = await CreateAsync(_directory.Owner);
        var disabled = await _directory.AddAccountAsync("Disabled");
        await _directory.DisableAsync(disabled);

        var again = await _directory.Invitations.AcceptAsync(_directory.Owner, token.Value, Cancellation);
        var refused = await _directory.Invitations.AcceptAsync(disabled, token.Value, Cancellation);

        Assert.Equal(DirectoryRefusal.AlreadyMember, again.Refusal);
        Assert.Equal(DirectoryRefusal.NotAllowed, refused.Refusal);
        Assert.NotNull(await _directory.Invitations.FindAsync(token.Value, Cancellation));
    }

    private Task<DirectoryResult<string>> CreateAsync(Actor by) =>
        _directory.Invitations.CreateAsync(by, _directory.Workspace, WorkspaceRole.Member, "for Grace", Cancellation);

    private async Task<DirectoryRefusal?> AcceptAsync(string name, string? token) =>
        (await _directory.Invitations.AcceptAsync(await _directory.AddAccountAsync(name), token, Cancellation)).Refusal;
}
