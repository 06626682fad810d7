using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using LiveBoard.Web.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Identity;

/// <summary>
/// Somebody makes an account with the address of a person who is yet to come, and lays ways back into it. When the person
/// comes and has a link mailed, none of those ways may be left.
/// </summary>
public sealed class HandOverTests : IAsyncLifetime
{
    private readonly MailServer _mail = new();
    private readonly LiveBoardApp _app = new();
    private TestUser _victim = null!;

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    private PasswordResets Resets => _app.Services.GetRequiredService<PasswordResets>();

    public async ValueTask InitializeAsync()
    {
        _mail.Connect(_app);
        await _app.CreateAdministratorAsync();
        _victim = await _app.CreateUserAsync();
        await ChangeAsync(
            (db, _) =>
            {
                db.UserLogins.Add(
                    new IdentityUserLogin<Guid>
                    {
                        UserId = _victim.Id,
                        LoginProvider = "OpenIdConnect",
                        ProviderKey = "attacker",
                    }
                );
                db.Set<IdentityUserPasskey<Guid>>().Add(TestPasskey.Of(_victim.Id));
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _mail.DisposeAsync();
    }

    [Fact]
    public async Task FirstProofOfTheAddress_TakesEveryWayThatWasLaidBefore()
    {
        await ResetByMailAsync();

        Assert.Equal((0, 0, true), await WaysAsync());
    }

    /// <summary>From then on the address is known to be the account's owner's, whose ways they are.</summary>
    [Fact]
    public async Task LaterOnes_TakeNothing()
    {
        await ChangeAsync((_, account) => account.EmailConfirmed = true);

        await ResetByMailAsync();

        Assert.Equal((1, 1, true), await WaysAsync());
    }

    [Fact]
    public async Task AnAdministratorsLink_ProvesNoAddress()
    {
        var made = await _app
            .Services.GetRequiredService<AccountAdministration>()
            .CreateResetAsync(_app.Administrator.Actor, _victim.Id, Cancellation);

        await Resets.UseAsync(made.Value, "hash", Cancellation);

        Assert.Equal((1, 1, false), await WaysAsync());
    }

    /// <summary>Whoever reads somebody's mail gets a password by it; the second step must not go along.</summary>
    [Fact]
    public async Task PasskeyThatIsTheDemandedSecondStep_Stays()
    {
        await DemandAsync();

        await ResetByMailAsync();

        Assert.Equal((1, 0, true), await WaysAsync());
    }

    [Fact]
    public async Task SecondStep_Stays_AndPasskeysBesideItGo()
    {
        await DemandAsync();
        await ChangeAsync((_, account) => (account.TwoFactorEnabled, account.TotpSecret) = (true, "secret"));

        await ResetByMailAsync();

        Assert.Equal((0, 0, true), await WaysAsync());
        await ChangeAsync((_, account) => Assert.True(account is { TwoFactorEnabled: true, TotpSecret: "secret" }));
    }

    /// <summary>The long s is an S when letters are compared, and another mailbox when mail is delivered.</summary>
    [Fact]
    public async Task Link_GoesToTheAddressOfTheAccount_NotToOneThatIsEqualToIt()
    {
        await ChangeAsync((_, account) => account.NormalizedEmail = "\u017FAM@EXAMPLE.ORG".ToUpperInvariant());

        _app.Services.GetRequiredService<ResetMail>().Send("\u017Fam@example.org");

        using var mail = await _mail.TakeAsync(Cancellation);
        Assert.Equal([_victim.Email], mail.To.Mailboxes.Select(m => m.Address));
    }

    private async Task ResetByMailAsync()
    {
        var made = await Resets.CreateMailedAsync(_victim.Email.ToUpperInvariant(), Cancellation);
        Assert.True(await Resets.UseAsync(made!.Secret, "hash", Cancellation));
    }

    private Task DemandAsync() =>
        ChangeAsync((db, _) => db.InstanceSettings.Single().SecondStepDemand = SecondStepDemand.Everybody);

    private async Task ChangeAsync(Action<LiveBoardDbContext, ApplicationUser> change)
    {
        await using var db = _app.CreateDbContext();
        change(db, await db.Users.SingleAsync(u => u.Id == _victim.Id, Cancellation));
        await db.SaveChangesAsync(Cancellation);
    }

    private async Task<(int Passkeys, int Providers, bool IsConfirmed)> WaysAsync()
    {
        await using var db = _app.CreateDbContext();
        return (
            await db.Set<IdentityUserPasskey<Guid>>().CountAsync(p => p.UserId == _victim.Id, Cancellation),
            await db.UserLogins.CountAsync(l => l.UserId == _victim.Id, Cancellation),
            (await db.Users.SingleAsync(u => u.Id == _victim.Id, Cancellation)).EmailConfirmed
        );
    }
}
