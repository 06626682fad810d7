using LiveBoard.Web.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace LiveBoard.Web.Tests.Hosting;

public sealed class CommandTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("keys revoke", "keys revoke")]
    [InlineData("keys revoke --urls http://localhost", "keys revoke")]
    [InlineData("--urls http://localhost", "")]
    [InlineData("LiveBoard:Database=Sqlite", "")]
    public void WordsBeforeTheSettings_AreTheCommand(string line, string words) =>
        Assert.Equal(words, string.Join(' ', Commands.WordsOf(line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    [Fact]
    public async Task UnknownWords_AreRefused_AndNoneServe()
    {
        await using var app = WebApplication.Create();

        Assert.Equal(2, await app.RunCommandAsync(["keys", "burn"]));
        Assert.Equal(2, await app.RunCommandAsync(["restore"]));
        Assert.Equal(2, await app.RunCommandAsync(["backup", "here.zip", "there.zip"]));
        Assert.Equal(0, await app.RunCommandAsync(["help"]));
        Assert.Null(await app.RunCommandAsync([]));
    }

    [Theory]
    [InlineData(null, null, "http://localhost:5080/")]
    [InlineData("http://+:8080", null, "http://localhost:8080/")]
    [InlineData("http://0.0.0.0:81;https://*:443", null, "http://localhost:81/")]
    [InlineData("https://*:443;http://[::]:82", null, "http://localhost:82/")]
    [InlineData("http://10.0.0.7:83", null, "http://10.0.0.7:83/")]
    [InlineData(null, "8080;8081", "http://localhost:8080/")]
    [InlineData("https://*:443", null, null)]
    public void Health_AsksWhereTheInstanceListens(string? urls, string? ports, string? asked)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("urls", urls), KeyValuePair.Create("http_ports", ports)])
            .Build();

        Assert.Equal(asked, HealthCommand.AddressOf(settings)?.ToString());
    }
}
