using LiveBoard.Core.Commands.Attachments;
using LiveBoard.Web.Hosting;

namespace LiveBoard.Web.Files;

/// <summary>Where attached files are kept and how much room they may take, from <c>LiveBoard:Files</c>.</summary>
internal sealed class FileSettings
{
    public const string Section = "LiveBoard:Files";

    /// <summary>The folder; empty for <c>files</c> beside the database.</summary>
    public string Directory { get; init; } = "";

    /// <summary>The largest file.</summary>
    public int MaxFileMegabytes { get; init; } = 25;

    /// <summary>All files of one board.</summary>
    public int MaxBoardMegabytes { get; init; } = 1024;

    /// <summary>All files of the instance.</summary>
    public int MaxInstanceMegabytes { get; init; } = 20 * 1024;

    /// <summary>For how long what was taken away can be brought back.</summary>
    public int KeepDays { get; init; } = 30;

    public FileQuotas Quotas =>
        new((long)MaxFileMegabytes << 20, (long)MaxBoardMegabytes << 20, (long)MaxInstanceMegabytes << 20);

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
        return Path.Combine(besides, "files");
    }
}
