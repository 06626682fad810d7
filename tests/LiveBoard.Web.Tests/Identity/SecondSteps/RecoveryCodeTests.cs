using LiveBoard.Core.Data;
using LiveBoard.Testing;
using LiveBoard.Web.Identity.SecondSteps;
using Microsoft.EntityFrameworkCore;
using static LiveBoard.Web.Tests.Identity.SecondSteps.SecondStepApp;

namespace LiveBoard.Web.Tests.Identity.SecondSteps;

/// <summary>What gets a person in who has lost the app.</summary>
public sealed class RecoveryCodeTests(SecondStepApp setUp) : IClassFixture<SecondStepApp>
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task ARecoveryCode_SignsInOnce()
    {
        var bo = await setUp.EnrolAsync();
        using var first = await setUp.EnterPasswordAsync(bo.User);
        using var second = await setUp.EnterPasswordAsync(bo.User);

        using var used = await EnterCodeAsync(first, bo.Codes[3], isRecovery: true);
        using var replayed = await EnterCodeAsync(second, bo.Codes[3], isRecovery: true);

        Assert.True(await IsSignedInAsync(first));
        Assert.False(await IsSignedInAsync(second));
        await using var db = setUp.App.CreateDbContext();
        Assert.Equal(bo.Codes.Count - 1, await db.RecoveryCodes.CountAsync(c => c.UserId == bo.User.Id, Cancellation));
        Assert.True(
            await db.AuditEntries.AnyAsync(
                e => e.Kind == AuditKind.RecoveryCodeUsed && e.ActorId == bo.User.Id,
                Cancellation
            )
        );
    }

    [Fact]
    public async Task ARecoveryCode_ThatManyUseAtOnce_LetsOneIn()
    {
        var bo = await setUp.EnrolAsync();
        var browsers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => setUp.EnterPasswordAsync(bo.User)));

        await Task.WhenAll(
            browsers.Select(async browser => (await EnterCodeAsync(browser, bo.Codes[0], isRecovery: true)).Dispose())
        );

        Assert.Single(await Task.WhenAll(browsers.Select(IsSignedInAsync)), isIn => isIn);
    }

    [Fact]
    public async Task TenDifferentCodes_AreShownOnce_AndNoneIsInTheDatabase()
    {
        var bo = await setUp.EnrolAsync();

        Assert.Equal(RecoveryCodes.Count, bo.Codes.Distinct().Count());
        var again = await bo.Browser.GetStringAsync(Page, Cancellation);
        Assert.DoesNotContain(bo.Codes, code => again.Contains(code, StringComparison.Ordinal));
        await using var db = setUp.App.CreateDbContext();
        var kept = await db
            .RecoveryCodes.Where(c => c.UserId == bo.User.Id)
            .Select(c => c.CodeHash)
            .ToListAsync(Cancellation);
        Assert.All(kept, hash => Assert.Matches("^[0-9A-F]{64}$", hash));
        Assert.Equal(bo.Codes.Select(RecoveryCodes.Hash).Order(), kept.Order());
    }

    [Theory]
    [InlineData("0a1b2c-abcdef-ghjkmn-pqrstv")]
    [InlineData("0A1B2C ABCDEF GHJKMN PQRSTV")]
    [InlineData(" oaib2cabcdefghjkmnpqrstv\t")]
    [InlineData("OALB2C–ABCDEF–GHJKMN–PQRSTV")]
    public void HoweverItIsWritten_ItIsTheSameCode(string code) =>
        Assert.Equal(RecoveryCodes.Hash("0a1b2c-abcdef-ghjkmn-pqrstv"), RecoveryCodes.Hash(code));

    [Fact]
    public async Task NewCodes_TakeTheOldOnesPlace_AndEndOtherSignIns()
    {
        var bo = await setUp.EnrolAsync();
        using var elsewhere = await setUp.EnterPasswordAsync(bo.User);
        using var signedIn = await EnterCodeAsync(elsewhere, bo.Codes[0], isRecovery: true);

        using var renewed = await bo.Browser.SubmitAsync(Page, "change", ("Change", "renew"));
        using var old = await setUp.EnterPasswordAsync(bo.User);
        using var refused = await EnterCodeAsync(old, bo.Codes[1], isRecovery: true);

        Assert.True(await IsSignedInAsync(bo.Browser));
        Assert.False(await IsSignedInAsync(elsewhere));
        Assert.False(await IsSignedInAsync(old));
    }
}
