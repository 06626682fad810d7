using System.Security.Claims;
using LiveBoard.Core.Access;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Identity.Guests;
using LiveBoard.Web.Identity.SecondSteps;
using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Web.Tests.Identity;

/// <summary>P-22: who is an actor, and who only looks like one.</summary>
public sealed class ActorTests
{
    private static readonly Guid Id = Guid.NewGuid();

    [Fact]
    public void SignIn_IsAnActor() =>
        Assert.Equal(new Actor(Id), new ClaimsPrincipal(IdentityOf(IdentityConstants.ApplicationScheme)).GetActor());

    public static TheoryData<string> Others =>
        ["", GuestCookie.Scheme, PendingSignIn.Scheme, IdentityConstants.ExternalScheme, "Bearer"];

    [Theory]
    [MemberData(nameof(Others))]
    public void WhateverElseACookieSays_IsNone(string scheme) =>
        Assert.Equal(default, new ClaimsPrincipal(IdentityOf(scheme)).GetActor());

    [Fact]
    public void BesideASignIn_ItChangesNothing()
    {
        var user = new ClaimsPrincipal([
            IdentityOf(IdentityConstants.ApplicationScheme),
            new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, $"{Guid.NewGuid()}")], GuestCookie.Scheme),
        ]);

        Assert.Equal(new Actor(Id), user.GetActor());
    }

    private static ClaimsIdentity IdentityOf(string scheme) =>
        new([new Claim(ClaimTypes.NameIdentifier, $"{Id}")], scheme);
}
