using System.Diagnostics;
using LiveBoard.Web.Hosting;

namespace LiveBoard.Testing;

/// <summary>The product as whoever runs the machine starts it: a process with words and settings.</summary>
public static class ProductProcess
{
    /// <summary>Runs it on this folder until it ends.</summary>
    /// <returns>Its exit code, and all that it wrote.</returns>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string directory,
        params string[] words
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] all =
        [
            typeof(DatabaseStartup).Assembly.Location,
            .. words,
            $"--ConnectionStrings:Sqlite=Data Source={Path.Combine(directory, "liveboard.db")}",
        ];
        Array.ForEach(all, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
