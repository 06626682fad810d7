using System.Net;
using System.Security.Claims;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using LiveBoard.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Web.Tests.Identity;

/// <summary>A-56 and A-58: how long a sign-in is good, and who ends it.</summary>
public sealed class SignInSessionsTests(SetUpApp setUp) : IClassFixture<SetUpApp>
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task WithoutUse_IsGoodForFourteenDays()
    {
        var sessions = Sessions();
        var user = await BeginAsync(sessions);

        _time.Advance(TimeSpan.FromDays(14) - TimeSpan.FromMinutes(1));
        Assert.True(await sessions.IsGoodAsync(user, Cancellation));

        _time.Advance(TimeSpan.FromDays(14));
        Assert.False(await sessions.IsGoodAsync(user, Cancellation));
        Assert.False(await HasRowAsync(user));
    }

    [Fact]
    public async Task UsedEveryDay_EndsAfterNinetyDays_AndSaysSo()
    {
        var sessions = Sessions();
        var user = await BeginAsync(sessions);
        var ended = new List<Guid>();
        sessions.Ended += ended.Add;

        for (var day = 1; day < 90; day++)
        {
            _time.Advance(TimeSpan.FromDays(1));
            Assert.True(await sessions.IsGoodAsync(user, Cancellation), $"day {day}");
        }

        _time.Advance(TimeSpan.FromDays(1));

        Assert.False(await sessions.IsGoodAsync(user, Cancellation));
        Assert.Equal([SignInSessions.IdOf(user)!.Value], ended);
    }

    [Fact]
    public async Task Use_IsNotedOnceAQuarterOfAnHour()
    {
        var sessions = Sessions();
        var user = await BeginAsync(sessions);
        var began = _time.GetUtcNow().UtcDateTime;

        _time.Advance(TimeSpan.FromMinutes(14));
        await sessions.IsGoodAsync(user, Cancellation);
        Assert.Equal(began, (await ReadAsync(sessions, user)).LastSeenAt);

        _time.Advance(TimeSpan.FromMinutes(1));
        await sessions.IsGoodAsync(user, Cancellation);
        Assert.Equal(began.AddMinutes(15), (await ReadAsync(sessions, user)).LastSeenAt);
    }

    [Fact]
    public async Task EndedByAnotherNode_IsNoLongerGoodAfterAMinute()
    {
        var (here, elsewhere) = (Sessions(), Sessions());
        var user = await BeginAsync(here);
        Assert.True(await here.IsGoodAsync(user, Cancellation));

        await elsewhere.EndAsync(user);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.False(await here.IsGoodAsync(user, Cancellation));
    }

    [Fact]
    public async Task Ending_ThinksOfOnesOwnOnly()
    {
        var sessions = Sessions();
        var mine = await BeginAsync(sessions);
        var theirs = await BeginAsync(sessions, await setUp.App.CreateUserAsync());

        var ended = await sessions.EndAsync(mine.GetActor().PersonId, s => s.Id == SignInSessions.IdOf(theirs));

        Assert.Equal(0, ended);
        Assert.True(await sessions.IsGoodAsync(theirs, Cancellation));
    }

    [Fact]
    public async Task ACookieOfNoSession_IsRefused()
    {
        var sessions = Sessions();
        var forged = Principal(setUp.User, new Claim("liveboard:sign-in", Guid.NewGuid().ToString("N")));

        Assert.False(await sessions.IsGoodAsync(forged, Cancellation));
        Assert.False(await sessions.IsGoodAsync(Principal(setUp.User, new Claim("x", "y")), Cancellation));
    }

    [Fact]
    public async Task Beginning_SweepsWhatTheAccountHasOutlived_AndKeepsWhatItHasNot()
    {
        var sessions = Sessions();
        var account = await setUp.App.CreateUserAsync();
        var old = await BeginAsync(sessions, account);
        _time.Advance(TimeSpan.FromDays(13));
        var recent = await BeginAsync(sessions, account);
        _time.Advance(TimeSpan.FromDays(2));

        await BeginAsync(sessions, account);

        Assert.False(await HasRowAsync(old));
        Assert.True(await HasRowAsync(recent));
    }

    [Theory]
    [InlineData("0", "90")]
    [InlineData("14", "7")]
    [InlineData("14", "9999")]
    public async Task LimitsThatMakeNoSense_AreRefusedAtTheStart(string idle, string absolute)
    {
        await using var app = new LiveBoardApp()
            .With("LiveBoard:Sessions:IdleDays", idle)
            .With("LiveBoard:Sessions:AbsoluteDays", absolute);

        var error = Assert.ThrowsAny<OptionsValidationException>(() => app.Services);

        Assert.Contains("LiveBoard:Sessions", error.Message, StringComparison.Ordinal);
    }

    /// <summary>A-55: who has learned a cookie before the password was changed has nothing.</summary>
    [Fact]
    public async Task ANewPassword_LeavesOneSession_AndThatUnderANewId()
    {
        var user = await setUp.App.CreateUserAsync();
        using var here = await setUp.App.CreateBrowserAsync(user);
        using var elsewhere = await setUp.App.CreateBrowserAsync(user);
        var before = await IdsAsync(user);

        using var response = await here.SubmitAsync(
            "/profile/security",
            "password",
            ("CurrentPassword", user.Password),
            ("NewPassword", "eight purple umbrellas")
        );

        var after = await IdsAsync(user);
        Assert.Equal(2, before.Count);
        Assert.DoesNotContain(Assert.Single(after), before);
        Assert.Contains(
            "this browser",
            await response.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
        using var page = await here.GetAsync("/profile", Cancellation);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    private static ClaimsPrincipal Principal(TestUser user, Claim session) =>
        new(
            new ClaimsIdentity(
                [new Claim(ClaimTypes.NameIdentifier, $"{user.Id}"), session],
                IdentityConstants.ApplicationScheme
            )
        );

    private static async Task<SignInSession> ReadAsync(SignInSessions sessions, ClaimsPrincipal user) =>
        (await sessions.ReadAsync(user.GetActor().PersonId, Cancellation)).Single(s =>
            s.Id == SignInSessions.IdOf(user)
        );

    private SignInSessions Sessions() => ActivatorUtilities.CreateInstance<SignInSessions>(setUp.App.Services, _time);

    private async Task<ClaimsPrincipal> BeginAsync(SignInSessions sessions, TestUser? user = null)
    {
        user ??= await setUp.App.CreateUserAsync();
        return Principal(user, await sessions.BeginAsync(user.Id, isStrong: false, IPAddress.Loopback, "Test"));
    }

    private async Task<List<Guid>> IdsAsync(TestUser user)
    {
        await using var db = setUp.App.CreateDbContext();
        return await db.SignInSessions.Where(s => s.UserId == user.Id).Select(s => s.Id).ToListAsync(Cancellation);
    }

    private async Task<bool> HasRowAsync(ClaimsPrincipal user)
    {
        await using var db = setUp.App.CreateDbContext();
        return await db.SignInSessions.AnyAsync(s => s.Id == SignInSessions.IdOf(user), Cancellation);
    }
}
