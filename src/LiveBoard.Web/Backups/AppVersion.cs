using System.Reflection;

namespace LiveBoard.Web.Backups;

/// <summary>Which build this is.</summary>
/// <param name="Text">Its version.</param>
internal sealed record AppVersion(string Text)
{
    /// <summary>As the build says.</summary>
    public static AppVersion Current { get; } =
        new(
            typeof(AppVersion)
                .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                ?.InformationalVersion
                ?? "0"
        );
}
