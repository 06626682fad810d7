using System.Net;
using LiveBoard.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Web.Tests.Endpoints;

public sealed class HealthTests
{
    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/health")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_NeedsNoSignInNorSetUp_AndSaysNothingElse(string address)
    {
        await using var app = new LiveBoardApp();
        using var client = app.CreateBrowser();

        using var response = await client.GetAsync(address, Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Healthy", await response.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task DatabaseOfAnotherSchema_IsNotReady_ButAlive()
    {
        await using var app = new LiveBoardApp();
        using var client = app.CreateBrowser();
        await using (var db = app.CreateDbContext())
        {
            await db.Database.OpenConnectionAsync(Stop);
            await using var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
            command.CommandText =
                "DELETE FROM __EFMigrationsHistory WHERE MigrationId = (SELECT max(MigrationId) FROM __EFMigrationsHistory)";
            await command.ExecuteNonQueryAsync(Stop);
        }

        using var ready = await client.GetAsync("/health/ready", Stop);
        using var live = await client.GetAsync("/health/live", Stop);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("Unhealthy", await ready.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }
}
