using System.Globalization;

namespace LiveBoard.Web.Backups;

/// <summary>Looks whether there is room before anything is begun: a full disk stops the database too.</summary>
internal static class DiskRoom
{
    /// <summary>What the database needs to go on.</summary>
    private const long Reserve = 64L << 20;

    /// <exception cref="BackupException">There is too little.</exception>
    public static void Require(string path, long bytes)
    {
        if (bytes > Free(path) - Reserve)
        {
            var megabytes = Math.Ceiling((bytes + Reserve) / (double)(1 << 20));
            throw new BackupException(BackupFault.NoRoom, megabytes.ToString("N0", CultureInfo.CurrentCulture));
        }
    }

    /// <summary>Bytes that may still be written where the path is.</summary>
    /// <param name="path">A file; its folder exists.</param>
    public static long Free(string path) =>
        new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).AvailableFreeSpace;
}
