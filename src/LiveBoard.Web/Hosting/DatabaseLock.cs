namespace LiveBoard.Web.Hosting;

/// <summary>
/// Keeps a second process off the SQLite file: each has its own memory of the boards, and viewers of one would never
/// hear of the other's changes. The lock is the operating system's, so it ends with the process however that ends.
/// </summary>
internal sealed class DatabaseLock : IDisposable
{
    private readonly FileStream _file;

    private DatabaseLock(FileStream file) => _file = file;

    /// <exception cref="StartRefusedException">Another process has it.</exception>
    public static DatabaseLock Take(string databaseFile)
    {
        var path = databaseFile + ".lock";
        try
        {
            return new DatabaseLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken)
        {
            throw new StartRefusedException(
                $"Another LiveBoard is running on {databaseFile}. Stop it first, or give this one a database of its own.",
                taken
            );
        }
    }

    public void Dispose() => _file.Dispose();
}
