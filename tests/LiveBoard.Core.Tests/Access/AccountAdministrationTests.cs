using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Access;

/// <summary>P-19, P-24, A-58: what administrators do to accounts, and never to their own.</summary>
public sealed class AccountAdministrationTests : IAsyncLifetime
{
    private DirectoryFixture _directory = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private AccountAdministration Accounts => _directory.Accounts;

    public async ValueTask InitializeAsync() => _directory = await DirectoryFixture.CreateAsync();

    public ValueTask DisposeAsync() => _directory.DisposeAsync();

    [Fact]
    public async Task Disabled_AnAccountHasNoSignInsAndANewStamp_AndPagesHearOfIt()
    {
        var bo = await _directory.AddMemberAsync("Bo");
        await SignInAsync(bo);
        var heard = new List<DirectoryEvent>();
        using var listening = _directory.Bus.SubscribeDirectory(heard.Add);

        Assert.True((await Accounts.SetDisabledAsync(_directory.Owner, bo.PersonId, true, Cancellation)).IsDone);

        await using var db = _directory.CreateDbContext();
        var account = await db.Users.SingleAsync(u => u.Id == bo.PersonId, Cancellation);
        Assert.True(account.IsDisabled);
        Assert.NotEqual("stamp", account.SecurityStamp);
        Assert.False(await db.SignInSessions.AnyAsync(s => s.UserId == bo.PersonId, Cancellation));
        Assert.Contains(new AccessChanged(bo.PersonId, null, null), heard);
        Assert.Equal(
            (_directory.Owner.PersonId, bo.PersonId),
            await db
                .AuditEntries.Where(e => e.Kind == AuditKind.AccountDisabled)
                .Select(e => ValueTuple.Create(e.ActorId!.Value, e.SubjectId!.Value))
                .SingleAsync(Cancellation)
        );
    }

    [Fact]
    public async Task OnesOwnAccount_IsLeftAlone()
    {
        var (me, id) = (_directory.Owner, _directory.Owner.PersonId);

        DirectoryRefusal?[] refusals =
        [
            (await Accounts.SetDisabledAsync(me, id, true, Cancellation)).Refusal,
            (await Accounts.SetAdministratorAsync(me, id, false, Cancellation)).Refusal,
            (await Accounts.SignOutAsync(me, id, Cancellation)).Refusal,
            (await Accounts.TakeSecondStepAsync(me, id, Cancellation)).Refusal,
            (await Accounts.CreateResetAsync(me, id, Cancellation)).Refusal,
            (await Accounts.DeleteAsync(me, id, Cancellation)).Refusal,
        ];

        Assert.All(refusals, refusal => Assert.Equal(DirectoryRefusal.OwnAccount, refusal));
    }

    [Fact]
    public async Task TwoAdministrators_DemotingEachOtherAtOnce_LeaveOne()
    {
        var other = await _directory.AddAccountAsync("Other", isAdministrator: true);

        var both = await Task.WhenAll(
            Task.Run(() => Accounts.SetAdministratorAsync(_directory.Owner, other.PersonId, false)),
            Task.Run(() => Accounts.SetAdministratorAsync(other, _directory.Owner.PersonId, false))
        );

        Assert.Single(both, result => result.IsDone);
        await using var db = _directory.CreateDbContext();
        Assert.Equal(1, await db.Users.CountAsync(u => u.IsAdministrator, Cancellation));
    }

    [Fact]
    public async Task TwoAdministrators_DeletingThemselvesAtOnce_LeaveOne()
    {
        var (ada, eve) = (
            await _directory.AddAccountAsync("Ada", isAdministrator: true),
            await _directory.AddAccountAsync("Eve", isAdministrator: true)
        );
        Assert.True((await Accounts.SetDisabledAsync(ada, _directory.Owner.PersonId, true, Cancellation)).IsDone);

        var both = await Task.WhenAll(
            Task.Run(() => Accounts.DeleteOwnAsync(ada)),
            Task.Run(() => Accounts.DeleteOwnAsync(eve))
        );

        Assert.Equal(DirectoryRefusal.LastAdministrator, Assert.Single(both, result => !result.IsDone).Refusal);
    }

    [Fact]
    public async Task LastOwner_IsNotDeleted_NorGoes()
    {
        var owner = await _directory.AddAccountAsync("Sole");
        var workspace = (await _directory.Service.CreateWorkspaceAsync(_directory.Owner, "Theirs", Cancellation)).Value;
        await MakeOnlyOwnerAsync(workspace, owner);

        Assert.Equal(
            DirectoryRefusal.LastOwner,
            (await Accounts.DeleteAsync(_directory.Owner, owner.PersonId, Cancellation)).Refusal
        );
        Assert.Equal(DirectoryRefusal.LastOwner, (await Accounts.DeleteOwnAsync(owner, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Deleted_NothingOfThePersonIsLeft_ButThatSomebodyWasThere()
    {
        var bo = await _directory.AddMemberAsync("Bo");
        await SignInAsync(bo);
        await using (var before = _directory.CreateDbContext())
        {
            before.RecoveryCodes.Add(
                new RecoveryCode
                {
                    Id = Guid.NewGuid(),
                    UserId = bo.PersonId,
                    CodeHash = "x",
                }
            );
            await before.SaveChangesAsync(Cancellation);
        }

        Assert.True((await Accounts.DeleteOwnAsync(bo, Cancellation)).IsDone);

        await using var db = _directory.CreateDbContext();
        Assert.False(await db.Users.AnyAsync(u => u.Id == bo.PersonId, Cancellation));
        Assert.False(await db.WorkspaceMembers.AnyAsync(m => m.PersonId == bo.PersonId, Cancellation));
        Assert.False(await db.SignInSessions.AnyAsync(s => s.UserId == bo.PersonId, Cancellation));
        Assert.False(await db.RecoveryCodes.AnyAsync(c => c.UserId == bo.PersonId, Cancellation));
        Assert.Equal("Deleted person", (await db.People.SingleAsync(p => p.Id == bo.PersonId, Cancellation)).Name);
        Assert.DoesNotContain(
            await db.AuditEntries.ToListAsync(Cancellation),
            e => e.Details.Contains("Bo", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task LostSecondStep_IsTakenAway_AndSignInsEnd()
    {
        var bo = await _directory.AddMemberAsync("Bo");
        await SignInAsync(bo);
        await using (var before = _directory.CreateDbContext())
        {
            var account = await before.Users.SingleAsync(u => u.Id == bo.PersonId, Cancellation);
            (account.TotpSecret, account.TwoFactorEnabled) = ("secret", true);
            before.RecoveryCodes.Add(
                new RecoveryCode
                {
                    Id = Guid.NewGuid(),
                    UserId = bo.PersonId,
                    CodeHash = "x",
                }
            );
            before.UserLogins.Add(
                new IdentityUserLogin<Guid>
                {
                    UserId = bo.PersonId,
                    LoginProvider = "OpenIdConnect",
                    ProviderKey = "bo",
                }
            );
            await before.SaveChangesAsync(Cancellation);
        }

        Assert.True((await Accounts.TakeSecondStepAsync(_directory.Owner, bo.PersonId, Cancellation)).IsDone);

        await using var db = _directory.CreateDbContext();
        var after = await db.Users.SingleAsync(u => u.Id == bo.PersonId, Cancellation);
        Assert.Equal((null, false), (after.TotpSecret, after.TwoFactorEnabled));
        Assert.False(await db.RecoveryCodes.AnyAsync(Cancellation));
        Assert.False(await db.UserLogins.AnyAsync(Cancellation));
        Assert.False(await db.SignInSessions.AnyAsync(s => s.UserId == bo.PersonId, Cancellation));
    }

    /// <summary>Whoever writes the account from what they read before must fail, not bring it back.</summary>
    [Fact]
    public async Task AnAccountReadBefore_CannotBeWrittenOverTheChange()
    {
        var bo = await _directory.AddMemberAsync("Bo");
        await using var old = _directory.CreateDbContext();
        var stale = await old.Users.SingleAsync(u => u.Id == bo.PersonId, Cancellation);
        await Accounts.SetAdministratorAsync(_directory.Owner, bo.PersonId, true, Cancellation);

        stale.LastTotpStep = 1;

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => old.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task EveryChangeOfPeopleAndSettings_IsInTheTrail_AndRefusalsOnceAMinute()
    {
        var bo = await _directory.AddMemberAsync("Bo");
        await _directory.Service.SetRoleAsync(
            _directory.Owner,
            _directory.Workspace,
            bo.PersonId,
            WorkspaceRole.Owner,
            Cancellation
        );
        for (var i = 0; i < 5; i++)
        {
            await Accounts.SignOutAsync(bo, _directory.Owner.PersonId, Cancellation);
        }

        await using var db = _directory.CreateDbContext();
        var entries = await db.AuditEntries.OrderBy(e => e.Id).ToListAsync(Cancellation);
        Assert.Contains(
            entries,
            e => e.Details == $"SetWorkspaceRole: Owner in {_directory.Workspace}" && e.SubjectId == bo.PersonId
        );
        Assert.Single(entries, e => e.Kind == AuditKind.AccessRefused && e.ActorId == bo.PersonId);
    }

    [Fact]
    public async Task Accounts_AreFoundByPartOfNameOrAddress_InWhateverLetters()
    {
        await _directory.AddAccountAsync("Łukasz");

        var found = await _directory.AccountList.ReadAsync(_directory.Owner, "łUKA", 0, Cancellation);
        var none = await _directory.AccountList.ReadAsync(_directory.Owner, "%", 0, Cancellation);

        Assert.Equal("Łukasz", Assert.Single(found!.Accounts).Name);
        Assert.Equal(0, none!.Count);
    }

    private async Task SignInAsync(Actor actor)
    {
        await using var db = _directory.CreateDbContext();
        var now = new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);
        db.SignInSessions.Add(
            new SignInSession
            {
                Id = Guid.NewGuid(),
                UserId = actor.PersonId,
                StartedAt = now,
                LastSeenAt = now,
                ConfirmedAt = now,
                IsStrong = false,
                Device = "",
                Source = "",
            }
        );
        await db.SaveChangesAsync(Cancellation);
    }

    private async Task MakeOnlyOwnerAsync(Guid workspace, Actor owner)
    {
        await using var db = _directory.CreateDbContext();
        db.WorkspaceMembers.RemoveRange(db.WorkspaceMembers.Where(m => m.WorkspaceId == workspace));
        db.WorkspaceMembers.Add(
            new WorkspaceMember
            {
                WorkspaceId = workspace,
                PersonId = owner.PersonId,
                Role = WorkspaceRole.Owner,
            }
        );
        await db.SaveChangesAsync(Cancellation);
    }
}
