using System.Net;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using LiveBoard.Web.Tests.Endpoints;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Web.Tests.Identity.SecondSteps;

/// <summary>A-49: where a second step is demanded, whoever has not taken it reaches nothing but its set-up.</summary>
public sealed class SecondStepGateTests(EndpointTableApp table) : IClassFixture<EndpointTableApp>
{
    private static readonly string[] Open =
    [
        // Nobody comes in there by a sign-in, with or without the step.
        "/api/v1/metrics",
        "/api/v1/metrics/{Key}",
        "/confirm",
        "/health",
        "/health/live",
        "/health/ready",
        "/passkeys/creation-options",
        "/passkeys/request-options",
        "/profile/passkeys/new",
        "/profile/second-step",
        "/signin",
        "/signin/provider",
        "/signin/provider/done",
        "/signin/second-step",
        "/signout",
        "/status/{Code:int}",
        "static files",
    ];

    public static TheoryData<string> Addresses => [.. AccessTable.Under("Addresses").Names];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task WithoutTheStep_NoAddressOpens_ButThoseThatLeadToIt(string pattern)
    {
        using var browser = await table.OpenBrowserAsync("administrator");
        await DemandAsync(SecondStepDemand.Administrators);
        try
        {
            using var response = await EndpointRequests.SendAsync(
                browser,
                pattern,
                table.AddressOf(pattern),
                "/profile/second-step"
            );

            Assert.Equal(!Open.Contains(pattern, StringComparer.Ordinal), IsHeldBack(response));
        }
        finally
        {
            await DemandAsync(SecondStepDemand.Nobody);
        }
    }

    [Theory]
    [InlineData(SecondStepDemand.Nobody, "administrator", false)]
    [InlineData(SecondStepDemand.Administrators, "administrator", true)]
    [InlineData(SecondStepDemand.Administrators, "member", false)]
    [InlineData(SecondStepDemand.Owners, "member", true)]
    [InlineData(SecondStepDemand.Owners, "stranger", false)]
    [InlineData(SecondStepDemand.Everybody, "stranger", true)]
    public async Task TheDemand_HoldsForWhomItIsMeant(SecondStepDemand demand, string person, bool isHeldBack)
    {
        using var browser = await table.OpenBrowserAsync(person);
        await DemandAsync(demand);
        try
        {
            using var response = await browser.GetAsync("/profile", Xunit.TestContext.Current.CancellationToken);

            Assert.Equal(isHeldBack, IsHeldBack(response));
        }
        finally
        {
            await DemandAsync(SecondStepDemand.Nobody);
        }
    }

    private static bool IsHeldBack(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.Forbidden
        || response.Headers.Location?.OriginalString == "/profile/second-step";

    private async Task DemandAsync(SecondStepDemand demand)
    {
        await using var db = table.App.CreateDbContext();
        (await db.InstanceSettings.SingleAsync()).SecondStepDemand = demand;
        await db.SaveChangesAsync();
    }
}
