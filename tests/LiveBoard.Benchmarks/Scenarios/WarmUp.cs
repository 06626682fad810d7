using LiveBoard.Benchmarks.Servers;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>
/// Makes a server one that has been up for a while. The runtime compiles what is often called anew, better, in the
/// background, and begins only when little else is compiled: a load that follows right after the first visitors shares its
/// processors with the compiler for half a minute. So the work is done in rounds, and after each the compiler gets its time.
/// </summary>
internal static class WarmUp
{
    private const int Rounds = 5;

    /// <summary>Longer than the compiler waits before it begins.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Does some work again and again, each time until the server has nothing left to do.</summary>
    public static async Task RunAsync(ServerProcess server, Func<Task> work)
    {
        for (var round = 0; round < Rounds; round++)
        {
            await work();
            await WaitUntilIdleAsync(server);
        }
    }

    /// <summary>Waits until the server and this process use next to no processor time.</summary>
    /// <exception cref="BenchmarkException">They do not come to rest.</exception>
    private static async Task WaitUntilIdleAsync(ServerProcess server)
    {
        for (var waited = TimeSpan.Zero; waited < Longest; waited += Glance)
        {
            var before = Used(server);
            await Task.Delay(Glance);
            if (Used(server) - before < Glance / 20)
            {
                return;
            }
        }

        throw new BenchmarkException($"The server does not come to rest within {Longest.TotalSeconds} seconds.");
    }

    private static TimeSpan Used(ServerProcess server) => server.Measure().Cpu + Environment.CpuUsage.TotalTime;
}
