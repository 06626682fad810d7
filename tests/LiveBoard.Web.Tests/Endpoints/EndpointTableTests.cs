using LiveBoard.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Endpoints;

/// <summary>Every address that is served is in docs/access.md, and answers everybody as is said there.</summary>
public sealed class EndpointTableTests(EndpointTableApp table) : IClassFixture<EndpointTableApp>
{
    private static readonly AccessTable Addresses = AccessTable.Under("Addresses");

    public static TheoryData<string, string, string> Cells => new(Addresses.Cells("before set-up", "administrator"));

    [Fact]
    public void EveryEndpoint_HasOneRow_AndEveryRowAnEndpoint()
    {
        var endpoints = table.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

        Assert.Equal(
            endpoints.Select(e => $"{RowOf(e)} {MethodsOf(e)}").Distinct().Order(StringComparer.Ordinal),
            Addresses.Rows.Select(r => $"{r.Name} {r["methods"]}").Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Address_ForPerson_AnswersAsTheTableSays(string pattern, string person, string answer)
    {
        using var browser = await table.OpenBrowserAsync(person);
        var formPage = person switch
        {
            "before set-up" => "/setup",
            "nobody" or "guest" => "/signin",
            _ => "/profile",
        };

        using var response = await EndpointRequests.SendAsync(browser, pattern, table.AddressOf(pattern), formPage);

        Assert.Equal(answer, await EndpointAnswer.OfAsync(response));
    }

    /// <summary>What belongs together has one row: files, and the framework's own way to the circuit.</summary>
    private static string RowOf(RouteEndpoint endpoint)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        return endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null ? "static files"
            : pattern.StartsWith("/_blazor", StringComparison.Ordinal) ? "/_blazor/*"
            : pattern;
    }

    private static string MethodsOf(RouteEndpoint endpoint) =>
        RowOf(endpoint) == "/_blazor/*" || endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { } methods
            ? "any"
            : string.Join(' ', methods.HttpMethods);
}
