using LiveBoard.Web.Backups;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.CommandLine;

/// <summary>What the program does instead of serving, asked for by words on its command line.</summary>
internal static class Commands
{
    /// <summary>It was done.</summary>
    public const int Done = 0;

    /// <summary>It was not done; the error output says why.</summary>
    public const int Failed = 1;

    /// <summary>The words were not understood.</summary>
    public const int Misused = 2;

    private static readonly Command[] All =
    [
        new("backup", "[FILE]", CommandTexts.Backup, IsDatabaseReady: false, BackupCommand.RunAsync),
        new("restore", "FILE", CommandTexts.Restore, IsDatabaseReady: false, RestoreCommand.RunAsync),
        new("keys revoke", "", CommandTexts.KeysRevoke, IsDatabaseReady: true, KeysCommand.RevokeAsync),
        new(
            "users reset-password",
            "EMAIL",
            CommandTexts.ResetPassword,
            IsDatabaseReady: true,
            UsersCommand.ResetAsync
        ),
        new(
            "import trello",
            "FILE --workspace NAME --as EMAIL",
            CommandTexts.ImportTrello,
            IsDatabaseReady: true,
            ImportCommand.RunAsync
        ),
        new(HealthCommand.Word, "", CommandTexts.Health, IsDatabaseReady: false, HealthCommand.RunAsync),
        new("help", "", CommandTexts.Help, IsDatabaseReady: false, (_, _) => SayUsageAsync(Console.Out, Done)),
    ];

    /// <summary>Does what the words say.</summary>
    /// <param name="app">Not started; nothing is locked or opened yet.</param>
    /// <param name="words">Settings (--name=value) are none.</param>
    /// <returns>The program's exit code; null when there are no words, so it is to serve.</returns>
    public static async Task<int?> RunCommandAsync(this WebApplication app, IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return null;
        }

        if (Array.Find(All, c => c.IsMeant(words)) is not { } command)
        {
            await Console.Error.WriteLineAsync(CommandTexts.Unknown.With(string.Join(' ', words)));
            return await SayUsageAsync(Console.Error, Misused);
        }

        try
        {
            if (command.IsDatabaseReady)
            {
                await app.Services.GetRequiredService<DatabasePreparation>().RunAsync();
            }

            await using var scope = app.Services.CreateAsyncScope();
            return await command.RunAsync(scope.ServiceProvider, [.. words.Skip(command.Name.Length)]);
        }
        catch (BackupException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return Failed;
        }
    }

    /// <summary>The words before the settings.</summary>
    public static IReadOnlyList<string> WordsOf(string[] arguments) =>
        [
            .. arguments.TakeWhile(argument =>
                !argument.StartsWith('-') && !argument.Contains('=', StringComparison.Ordinal)
            ),
        ];

    private static async Task<int> SayUsageAsync(TextWriter to, int exitCode)
    {
        await to.WriteLineAsync(CommandTexts.Usage);
        foreach (var command in All)
        {
            await to.WriteLineAsync($"  {command.Words} {command.Parameters}".TrimEnd());
            await to.WriteLineAsync($"      {command.Meaning}");
        }

        return exitCode;
    }
}
