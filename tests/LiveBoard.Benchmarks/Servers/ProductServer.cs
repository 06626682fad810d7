using System.Globalization;
using System.Reflection;

namespace LiveBoard.Benchmarks.Servers;

/// <summary>Starts the product as it is run, on a copy of the prepared database, with limits that let one machine be a whole company.</summary>
internal static class ProductServer
{
    /// <summary>Where the product finds its static files when it is run from its build output.</summary>
    public static string ProjectDirectory => Built("ServerProject");

    public static Task<ServerProcess> StartAsync(BenchmarkOptions options, string databaseDirectory)
    {
        var assembly = options.Server ?? Built("ServerAssembly");
        var isPublished = Directory.Exists(Path.Combine(Path.GetDirectoryName(assembly)!, "wwwroot"));
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConnectionStrings__Sqlite"] = $"Data Source={Path.Combine(databaseDirectory, SeededDatabase.FileName)}",
            ["DOTNET_gcServer"] = options.IsWorkstationGc ? "0" : "1",
        };
        foreach (
            var limit in (string[])
                [
                    "SignInsPerMinute",
                    "SignInsPerMinuteAndSource",
                    "ConnectionsPerMinute",
                    "ConnectionsPerMinuteAndUser",
                    "CircuitsPerUser",
                    "CircuitsPerSource",
                ]
        )
        {
            settings[$"LiveBoard__Limits__{limit}"] = 1_000_000.ToString(CultureInfo.InvariantCulture);
        }

        return ServerProcess.StartAsync(
            assembly,
            ["--urls", "http://127.0.0.1:0"],
            isPublished ? databaseDirectory : ProjectDirectory,
            settings
        );
    }

    private static string Built(string key) =>
        Path.GetFullPath(
            typeof(ProductServer)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .First(a => a.Key == key)
                .Value!
        );
}
