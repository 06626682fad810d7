using System.Globalization;

namespace LiveBoard.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchmarkOptions
{
    /// <summary>What is measured.</summary>
    public string Verb { get; init; } = "all";

    /// <summary>Viewers and changes a second, together; the three of the targets by default.</summary>
    public IReadOnlyList<Load> Loads { get; init; } = [new(50, 5), new(200, 20), new(1000, 5)];

    /// <summary>How long each load lasts.</summary>
    public int Seconds { get; init; } = 20;

    /// <summary>Accounts that the viewers share.</summary>
    public int Accounts { get; init; } = 50;

    /// <summary>Times that a page is opened in the browser, for the median.</summary>
    public int Repeats { get; init; } = 5;

    /// <summary>Another program than the one that was built beside this one, for instance a published one.</summary>
    public string? Server { get; init; }

    /// <summary>True to run the servers with the garbage collector for small machines instead of their own setting.</summary>
    public bool IsWorkstationGc { get; init; }

    /// <summary>True to offer compression on sockets, as browsers do.</summary>
    public bool IsCompressed { get; init; } = true;

    /// <exception cref="BenchmarkException">Something is not understood.</exception>
    public static BenchmarkOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new BenchmarkOptions();
        int? viewers = null;
        int? rate = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--viewers":
                    viewers = Number(arguments, ++i);
                    break;
                case "--rate":
                    rate = Number(arguments, ++i);
                    break;
                case "--seconds":
                    options = options with { Seconds = Number(arguments, ++i) };
                    break;
                case "--accounts":
                    options = options with { Accounts = Number(arguments, ++i) };
                    break;
                case "--repeats":
                    options = options with { Repeats = Number(arguments, ++i) };
                    break;
                case "--server":
                    options = options with { Server = Path.GetFullPath(Text(arguments, ++i)) };
                    break;
                case "--workstation-gc":
                    options = options with { IsWorkstationGc = true };
                    break;
                case "--no-compression":
                    options = options with { IsCompressed = false };
                    break;
                case var verb when i == 0 && !verb.StartsWith('-'):
                    options = options with { Verb = verb };
                    break;
                default:
                    throw new BenchmarkException($"'{arguments[i]}' is not understood.");
            }
        }

        return viewers is null && rate is null
            ? options
            : options with
            {
                Loads = [new Load(viewers ?? 50, rate ?? 5)],
            };
    }

    private static string Text(IReadOnlyList<string> arguments, int i) =>
        i < arguments.Count ? arguments[i] : throw new BenchmarkException($"{arguments[i - 1]} needs a value.");

    private static int Number(IReadOnlyList<string> arguments, int i) =>
        int.TryParse(Text(arguments, i), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new BenchmarkException($"{arguments[i - 1]} needs a whole number above 0.");
}

/// <summary>How many look on, and how often something changes.</summary>
/// <param name="Viewers">Open boards.</param>
/// <param name="Rate">Changes a second.</param>
internal sealed record Load(int Viewers, int Rate);
