using System.Text.Json;

namespace LiveBoard.Web.Tests.Endpoints.Metrics;

/// <summary>What a program gets back.</summary>
/// <param name="Status">The status.</param>
/// <param name="Stored">Points that were stored.</param>
/// <param name="Unchanged">Points that were the same as before.</param>
/// <param name="Place">Where the problem is.</param>
/// <param name="Detail">What the problem is.</param>
public sealed record PushReply(int Status, int? Stored, int? Unchanged, string? Place, string? Detail)
{
    public static async Task<PushReply> OfAsync(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var root = json.RootElement;
        if (status == 200)
        {
            return new(
                status,
                root.GetProperty("stored").GetInt32(),
                root.GetProperty("unchanged").GetInt32(),
                null,
                null
            );
        }

        // Every refusal is one that programs know how to read.
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(status, root.GetProperty("status").GetInt32());
        Assert.NotEmpty(root.GetProperty("title").GetString()!);
        Assert.NotEmpty(root.GetProperty("type").GetString()!);
        Assert.Equal(status == 401, response.Headers.WwwAuthenticate.Any(h => h.Scheme == "Bearer"));
        return new(
            status,
            null,
            null,
            root.TryGetProperty("place", out var place) ? place.GetString() : null,
            root.GetProperty("detail").GetString()
        );
    }
}
