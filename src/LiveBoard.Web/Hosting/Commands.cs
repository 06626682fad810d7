using LiveBoard.Web.Identity.Keys;

namespace LiveBoard.Web.Hosting;

/// <summary>What the program does instead of serving, asked for by words on its command line.</summary>
internal static class Commands
{
    private const string Usage = "Commands: keys revoke (signs everybody out). Without a command, LiveBoard serves.";

    /// <summary>Does what the words say.</summary>
    /// <param name="app">Not started; its database is ready.</param>
    /// <param name="words">Settings (--name=value) are none.</param>
    /// <returns>The program's exit code; null when there are no words, so it is to serve.</returns>
    public static async Task<int?> RunCommandAsync(this WebApplication app, IReadOnlyList<string> words)
    {
        switch (words)
        {
            case []:
                return null;
            case ["keys", "revoke"]:
                await using (var scope = app.Services.CreateAsyncScope())
                {
                    var ended = await scope.ServiceProvider.GetRequiredService<KeyRevocation>().RevokeAsync();
                    Console.WriteLine($"All keys are revoked, and {ended} sign-ins have ended. Start every node anew.");
                }

                return 0;
            default:
                await Console.Error.WriteLineAsync($"There is no command '{string.Join(' ', words)}'. {Usage}");
                return 2;
        }
    }

    /// <summary>The words before the settings.</summary>
    public static IReadOnlyList<string> WordsOf(string[] arguments) =>
        [
            .. arguments.TakeWhile(argument =>
                !argument.StartsWith('-') && !argument.Contains('=', StringComparison.Ordinal)
            ),
        ];
}
