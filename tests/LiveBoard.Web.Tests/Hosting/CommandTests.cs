using LiveBoard.Web.Hosting;
using Microsoft.AspNetCore.Builder;

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
        Assert.Null(await app.RunCommandAsync([]));
    }
}
