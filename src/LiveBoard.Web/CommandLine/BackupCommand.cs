using LiveBoard.Web.Backups;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.CommandLine;

/// <summary>Makes a backup, of an instance that may be running: SQLite lets others read meanwhile, also from another process.</summary>
internal static class BackupCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words)
    {
        var shelf = services.GetRequiredService<BackupShelf>();
        var made = await services
            .GetRequiredService<BackupService>()
            .MakeAsync(BackupKind.Command, CancellationToken.None);
        var path = shelf.PathOf(made);
        if (words is [var wanted])
        {
            try
            {
                File.Move(path, wanted);
            }
            catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
            {
                // Whole, but not where it was wanted: whoever asked for another place does not look here for it.
                shelf.Delete(made);
                throw new BackupException(BackupFault.System, taken.Message, taken);
            }

            path = Path.GetFullPath(wanted);
        }

        Console.WriteLine(CommandTexts.BackupDone.With(path));
        return Commands.Done;
    }
}
