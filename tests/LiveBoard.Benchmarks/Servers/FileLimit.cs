using System.Globalization;

namespace LiveBoard.Benchmarks.Servers;

/// <summary>Each connection is an open file in the client and one in the server.</summary>
internal static class FileLimit
{
    private const string Limits = "/proc/self/limits";
    private const int Rest = 300;

    /// <exception cref="BenchmarkException">There are too few for this many connections.</exception>
    public static void Require(int connections)
    {
        if (!File.Exists(Limits))
        {
            return;
        }

        var line = File.ReadLines(Limits).First(l => l.StartsWith("Max open files", StringComparison.Ordinal));
        var soft = line["Max open files".Length..].TrimStart().Split(' ')[0];
        var wanted = (2 * connections) + Rest;
        if (int.TryParse(soft, CultureInfo.InvariantCulture, out var limit) && limit < wanted)
        {
            throw new BenchmarkException(
                $"{connections} viewers need {wanted} open files, and {limit} are allowed. Run: ulimit -n {wanted}"
            );
        }
    }
}
