using System.Net;
using System.Security.Claims;
using LiveBoard.Core.Events;
using LiveBoard.Testing;
using LiveBoard.Web.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Identity;

public sealed class CircuitAuthenticationTests(SetUpApp setUp) : IClassFixture<SetUpApp>
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignOutInAnotherTab_EndsTheCircuitsSignInAtOnce()
    {
        await using var circuit = await OpenAsync(await setUp.App.CreateUserAsync());
        var sessions = setUp.App.Services.GetRequiredService<SignInSessions>();

        await sessions.EndAsync(circuit.User);

        Assert.False(await circuit.NextIsSignedInAsync());
    }

    [Fact]
    public async Task DisabledAccount_LosesItsOpenCircuitsAtOnce()
    {
        var user = await setUp.App.CreateUserAsync();
        await using var circuit = await OpenAsync(user);

        await using (var db = setUp.App.CreateDbContext())
        {
            (await db.Users.SingleAsync(u => u.Id == user.Id, Cancellation)).IsDisabled = true;
            await db.SaveChangesAsync(Cancellation);
        }

        Assert.False(await circuit.NextIsSignedInAsync());
    }

    /// <summary>A-56: what a check once a minute finds, as if the ninety days were over.</summary>
    [Fact]
    public async Task ASignInThatHasLastedTooLong_EndsUnderAnOpenCircuit()
    {
        var user = await setUp.App.CreateUserAsync();
        await using var circuit = await OpenAsync(user);
        await using (var db = setUp.App.CreateDbContext())
        {
            var row = await db.SignInSessions.SingleAsync(s => s.UserId == user.Id, Cancellation);
            db.Entry(row).Property(s => s.StartedAt).CurrentValue = row.StartedAt.AddDays(-90);
            await db.SaveChangesAsync(Cancellation);
        }

        setUp.App.Services.GetRequiredService<IBoardEventBus>().Publish(new AccessChanged(user.Id, null, null));

        Assert.False(await circuit.NextIsSignedInAsync());
    }

    [Fact]
    public async Task OtherPeoplesChanges_LeaveTheCircuitAlone()
    {
        var user = await setUp.App.CreateUserAsync();
        await using var mine = await OpenAsync(await setUp.App.CreateUserAsync());
        await using var theirs = await OpenAsync(user);

        await using (var db = setUp.App.CreateDbContext())
        {
            (await db.Users.SingleAsync(u => u.Id == user.Id, Cancellation)).SecurityStamp = "changed";
            await db.SaveChangesAsync(Cancellation);
        }

        Assert.False(await theirs.NextIsSignedInAsync());
        Assert.True((await mine.Provider.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated);
    }

    private async Task<OpenCircuit> OpenAsync(TestUser user)
    {
        var scope = setUp.App.Services.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<LiveBoardSignInManager>();
        var account = await signIn.UserManager.FindByIdAsync(user.Id.ToString());
        var principal = await signIn.CreateUserPrincipalAsync(account!);
        var sessions = scope.ServiceProvider.GetRequiredService<SignInSessions>();
        ((ClaimsIdentity)principal.Identity!).AddClaim(
            await sessions.BeginAsync(user.Id, isStrong: false, IPAddress.Loopback, "Test")
        );
        return new OpenCircuit(scope, principal);
    }

    private sealed class OpenCircuit : IAsyncDisposable
    {
        private readonly AsyncServiceScope _scope;
        private readonly TaskCompletionSource<AuthenticationState> _next = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );

        public OpenCircuit(AsyncServiceScope scope, ClaimsPrincipal user)
        {
            (_scope, User) = (scope, user);
            Provider = (ServerAuthenticationStateProvider)
                scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
            Provider.SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
            Provider.AuthenticationStateChanged += async state => _next.TrySetResult(await state);
        }

        public ServerAuthenticationStateProvider Provider { get; }

        public ClaimsPrincipal User { get; }

        public async Task<bool> NextIsSignedInAsync() =>
            (await _next.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancellation)).User.Identity!.IsAuthenticated;

        public ValueTask DisposeAsync() => _scope.DisposeAsync();
    }
}
