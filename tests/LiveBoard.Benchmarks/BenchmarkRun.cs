using LiveBoard.Benchmarks.Report;
using LiveBoard.Benchmarks.Scenarios;
using LiveBoard.Benchmarks.Servers;
using LiveBoard.Benchmarks.Yardstick;

namespace LiveBoard.Benchmarks;

/// <summary>Runs what was asked for, one thing after the other, and prints the tables.</summary>
internal static class BenchmarkRun
{
    /// <summary>What a change weighs when the product was not measured in the same run.</summary>
    private const int UsualBytes = 300;

    /// <summary>A p99 needs a hundred.</summary>
    private const int RoundsPerRepeat = 20;

    private const int AnswersPerPair = 200;

    private const int KeysTyped = 400;

    private const int CardOpenings = 200;

    private const int LongHistory = 9_000;

    private const int WritesMeasured = 2_000;
    private const int ImportedRows = 20_000;

    private static readonly string[] Verbs =
    [
        "all",
        "live",
        "yardstick",
        "statements",
        "open",
        "revocation",
        "answers",
        "deaf",
        "typing",
        "card",
        "dashboard",
        "history",
        "bulk",
        "instance",
        "import",
        "grid",
    ];

    private static readonly int[] BoardSizes = [200, 1000, 5000];

    public static async Task RunAsync(BenchmarkOptions options)
    {
        Verify(options);
        var isAll = options.Verb == "all";
        var live = isAll || options.Verb == "live" ? await LiveAsync(options) : [];
        if (isAll || options.Verb is "live" or "yardstick")
        {
            var raw = await YardstickAsync(options, live);
            Console.WriteLine(LiveReport.Create(live, raw));
        }

        if (isAll || options.Verb == "statements")
        {
            Progress.Say("Counting database statements");
            Console.WriteLine(
                OpenReport.Create([await StatementScenario.RunAsync(1), await StatementScenario.RunAsync(200)])
            );
        }

        if (isAll || options.Verb == "revocation")
        {
            await using var revocation = new RevocationScenario();
            Console.WriteLine(RevocationReport.Create(await revocation.RunAsync(options.Repeats * RoundsPerRepeat)));
        }

        if (isAll || options.Verb == "answers")
        {
            await using var answers = new AnswerScenario();
            Console.WriteLine(AnswerReport.Create(await answers.RunAsync(AnswersPerPair)));
        }

        if (isAll || options.Verb == "deaf")
        {
            var length = TimeSpan.FromSeconds(60);
            Console.WriteLine(
                DeafReport.Create([
                    await DeafScenario.RunAsync(areDeaf: false, length),
                    await DeafScenario.RunAsync(areDeaf: true, length),
                ])
            );
        }

        if (isAll || options.Verb == "typing")
        {
            Progress.Say("Two write one description");
            using var database = await SeededDatabase.CreateAsync(OpenScenario.Viewers, LiveScenario.BoardSize);
            Console.WriteLine(TypingReport.Create(await new TypingScenario(options, database).RunAsync(KeysTyped)));
            Progress.Say("A hundred people write fifty descriptions");
            Console.WriteLine(TypingReport.CreateMany(await ManyTextsScenario.RunAsync(TimeSpan.FromSeconds(30))));
        }

        if (isAll || options.Verb == "card")
        {
            await using var card = new CardScenario();
            Console.WriteLine(CardReport.Create(await card.RunAsync(CardOpenings, LongHistory)));
        }

        if (isAll || options.Verb == "dashboard")
        {
            await using var dashboard = new DashboardScenario();
            Console.WriteLine(DashboardReport.Create(await dashboard.RunAsync()));
        }

        if (isAll || options.Verb == "history")
        {
            Console.WriteLine(HistoryReport.Create(await HistoryScenario.RunAsync()));
        }

        if (isAll || options.Verb == "bulk")
        {
            await using var bulk = new BulkScenario();
            Console.WriteLine(BulkReport.Create(await bulk.RunAsync(options.Repeats)));
        }

        if (isAll || options.Verb == "instance")
        {
            await InstanceAsync();
        }

        if (isAll || options.Verb == "import")
        {
            Progress.Say("Importing rows while others write");
            Console.WriteLine(ImportReport.Create(await new ImportScenario(ImportedRows).RunAsync()));
        }

        if (isAll || options.Verb == "grid")
        {
            await using var grid = new GridScenario();
            Console.WriteLine(
                GridReport.Create(await grid.RunAsync(options.Repeats * RoundsPerRepeat, options.Seconds))
            );
        }

        if (isAll || options.Verb == "open")
        {
            await OpenAsync(options);
        }
    }

    private static async Task InstanceAsync()
    {
        Progress.Say("Writing while backups are made");
        await using var backup = new BackupScenario();
        Console.WriteLine(InstanceReport.Create(await backup.RunAsync(WritesMeasured)));
        Progress.Say("Commands that nobody measures, and some that somebody does");
        Console.WriteLine(InstanceReport.Create(TelemetryScenario.Run()));
    }

    private static async Task OpenAsync(BenchmarkOptions options)
    {
        Progress.Say("Preparing boards to open");
        using var database = await SeededDatabase.CreateAsync(OpenScenario.Viewers, BoardSizes);
        var headless = new List<OpenResult>();
        foreach (var size in BoardSizes)
        {
            Progress.Say($"Opening a board of {size} cards");
            headless.Add(await new OpenScenario(options, database).RunAsync(size));
        }

        Console.WriteLine(OpenReport.Create(headless));
        Progress.Say("Opening boards in Chromium");
        Console.WriteLine(OpenReport.Create(await new BrowserScenario(options, database).RunAsync(BoardSizes)));
    }

    private static async Task<IReadOnlyList<LiveResult>> LiveAsync(BenchmarkOptions options)
    {
        Progress.Say("Preparing the database");
        using var database = await SeededDatabase.CreateAsync(options.Accounts, LiveScenario.BoardSize);
        var results = new List<LiveResult>();
        foreach (var load in options.Loads)
        {
            Progress.Say($"The board with {load.Viewers} viewers and {load.Rate} changes a second");
            results.Add(await new LiveScenario(options, database).RunAsync(load));
        }

        return results;
    }

    private static async Task<IReadOnlyList<LiveResult>> YardstickAsync(
        BenchmarkOptions options,
        IReadOnlyList<LiveResult> live
    )
    {
        var results = new List<LiveResult>();
        foreach (var load in options.Loads)
        {
            Progress.Say($"The yardstick with {load.Viewers} sockets and {load.Rate} messages a second");
            var bytes = live.FirstOrDefault(r => r.Load == load) is { } measured
                ? Math.Max(10, (int)measured.BytesPerUpdate)
                : UsualBytes;
            results.Add(await new YardstickScenario(options).RunAsync(load, bytes));
        }

        return results;
    }

    private static void Verify(BenchmarkOptions options)
    {
        if (!Verbs.Contains(options.Verb, StringComparer.Ordinal))
        {
            throw new BenchmarkException($"'{options.Verb}' is none of: {string.Join(", ", Verbs)}.");
        }
    }
}
