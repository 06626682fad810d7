using System.Net;
using LiveBoard.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Identity;

public sealed class ProfileTests(SetUpApp setUp) : IClassFixture<SetUpApp>
{
    private const string NewPassword = "eight purple umbrellas";

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Profile_ChangesOnesOwnNameAndColour()
    {
        var user = await setUp.App.CreateUserAsync();
        using var client = await setUp.App.CreateBrowserAsync(user);

        using var response = await client.SubmitAsync("/profile", "person", ("Name", " Grace\t"), ("Color", "7"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await using var db = setUp.App.CreateDbContext();
        var person = await db.People.SingleAsync(p => p.Id == user.Id, Cancellation);
        Assert.Equal(("Grace", 7), (person.Name, person.Color));
    }

    [Fact]
    public async Task NewPassword_EndsEveryOtherSignIn_AndKeepsThisOne()
    {
        await using var app = new LiveBoardApp().With(services =>
            services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.Zero)
        );
        var user = await app.CreateAdministratorAsync();
        using var client = await app.CreateBrowserAsync(user);
        using var elsewhere = await app.CreateBrowserAsync(user);

        using var response = await client.SubmitAsync(
            "/profile/security",
            "password",
            ("CurrentPassword", user.Password),
            ("NewPassword", NewPassword)
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var here = await client.GetAsync("/profile", Cancellation);
        using var there = await elsewhere.GetAsync("/profile", Cancellation);
        Assert.Equal(HttpStatusCode.OK, here.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, there.StatusCode);
        using var fresh = await app.CreateBrowserAsync(user with { Password = NewPassword });
    }

    [Theory]
    [InlineData("not the password", NewPassword)]
    [InlineData("seven green bicycles", "Password1234")]
    [InlineData("", NewPassword)]
    public async Task NewPassword_WithTheWrongOneOrAWeakOne_IsRefused(string current, string wish)
    {
        var user = await setUp.App.CreateUserAsync();
        using var client = await setUp.App.CreateBrowserAsync(user);

        using var response = await client.SubmitAsync(
            "/profile/security",
            "password",
            ("CurrentPassword", current),
            ("NewPassword", wish)
        );

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var unchanged = await setUp.App.CreateBrowserAsync(user);
    }
}
