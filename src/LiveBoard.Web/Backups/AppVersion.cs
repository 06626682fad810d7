using System.Reflection;

namespace LiveBoard.Web.Backups;

/// <summary>Which build this is.</summary>
/// <param name="Text">Its version.</param>
internal sealed record AppVersion(string Text)
{
    private const int CommitLength = 10;

    /// <summary>As the build says.</summary>
    public static AppVersion Current { get; } =
        Shortened(
            typeof(AppVersion)
                .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                ?.InformationalVersion
                ?? "0"
        );

    /// <summary>Of the commit, as much as tells it from others.</summary>
    private static AppVersion Shortened(string version) =>
        new(
            version.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus && version.Length > plus + CommitLength
                ? version[..(plus + 1 + CommitLength)]
                : version
        );
}
