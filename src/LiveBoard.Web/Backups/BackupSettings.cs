using LiveBoard.Web.Hosting;

namespace LiveBoard.Web.Backups;

/// <summary>Where backups are kept, from <c>LiveBoard:Backups</c>. When they are made is said on the page of the instance.</summary>
internal sealed class BackupSettings
{
    public const string Section = "LiveBoard:Backups";

    /// <summary>The folder; empty for <c>backups</c> beside the database. Another disk is a better place.</summary>
    public string Directory { get; init; } = "";

    /// <summary>The largest backup that is taken by the page; the command line takes any.</summary>
    public int MaxUploadMegabytes { get; init; } = 1024;

    /// <summary>The folder's whole path; relative ones start at the content root, as the database's do.</summary>
    public string FindDirectory(StoreSettings store, string contentRoot)
    {
        if (Directory.Length > 0)
        {
            return Path.GetFullPath(Directory, contentRoot);
        }

        var besides = store.File is { } database
            ? Path.GetDirectoryName(database)!
            : Path.Combine(contentRoot, "App_Data");
        return Path.Combine(besides, "backups");
    }
}
