using Microsoft.Extensions.Configuration.Json;

namespace LiveBoard.Web.Hosting;

/// <summary>
/// Reads the settings that lie beside the program. <c>dotnet run</c> starts in the project's folder and a published
/// program wherever the shell is; the settings file is the repository's own, linked into the output.
/// </summary>
internal static class AppDirectorySettings
{
    /// <summary>A published program carries its web root; one that is run from the sources has it in the project's folder.</summary>
    public static string? ContentRoot =>
        Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;

    /// <summary>Adds them where the default files are, so that user secrets, environment and command line still win.</summary>
    public static void AddAppDirectorySettings(this ConfigurationManager configuration, IHostEnvironment environment)
    {
        // The host's own switch for its default files; each watched file takes one of the machine's few file watchers.
        var isReloaded = configuration.GetValue("hostBuilder:reloadConfigOnChange", defaultValue: true);
        var at = configuration.Sources.TakeWhile(s => s is not JsonConfigurationSource).Count();
        foreach (var name in (string[])["appsettings.json", $"appsettings.{environment.EnvironmentName}.json"])
        {
            var source = new JsonConfigurationSource
            {
                Path = Path.Combine(AppContext.BaseDirectory, name),
                Optional = true,
                ReloadOnChange = isReloaded,
            };
            source.ResolveFileProvider();
            configuration.Sources.Insert(at++, source);
        }
    }
}
