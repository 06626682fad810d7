using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity;
using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Tests.Identity;

public sealed class ThrottleTests
{
    [Fact]
    public async Task Guessing_IsSlowedDown_ButNeverLocksTheVictimOut()
    {
        await using var throttle = new Throttle(Options.Create(new LimitSettings()));
        for (var i = 0; i < 1000; i++)
        {
            throttle.MaySignIn("attacker", "ada@example.com");
        }

        Assert.False(throttle.MaySignIn("attacker", "ada@example.com"));
        Assert.False(throttle.MaySignIn("attacker", " ADA@example.com"));
        Assert.True(throttle.MaySignIn("elsewhere", "ada@example.com"));
    }

    [Fact]
    public async Task Guessing_OnePasswordForManyPeople_IsSlowedDownToo()
    {
        await using var throttle = new Throttle(Options.Create(new LimitSettings { SignInsPerMinuteAndSource = 50 }));
        var tries = Enumerable.Range(0, 100).Count(i => throttle.MaySignIn("attacker", $"user{i}@example.com"));

        Assert.Equal(50, tries);
    }
}
