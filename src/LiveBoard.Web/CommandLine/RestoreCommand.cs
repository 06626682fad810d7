using LiveBoard.Web.Backups;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.CommandLine;

/// <summary>Puts the instance back to a backup. A running one holds the lock, and this one is refused.</summary>
internal static class RestoreCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words)
    {
        var before = await services.GetRequiredService<DatabasePreparation>().RestoreAsync(Path.GetFullPath(words[0]));
        Console.WriteLine(CommandTexts.RestoreDone);
        if (before is not null)
        {
            Console.WriteLine(CommandTexts.StateBefore.With(services.GetRequiredService<BackupShelf>().PathOf(before)));
        }

        return Commands.Done;
    }
}
