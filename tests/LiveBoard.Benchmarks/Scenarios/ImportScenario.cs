using System.Diagnostics;
using System.Text;
using LiveBoard.Benchmarks.Report;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Commands.Fields;
using LiveBoard.Core.Commands.Rows;
using LiveBoard.Core.Exchange.Csv;
using LiveBoard.Core.Exchange.Tables;
using LiveBoard.Testing;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>
/// Rows of a CSV file become cards while fifty people edit another board: how long the import takes, and what the others
/// notice. Without the browser, which has no part in either.
/// </summary>
internal sealed class ImportScenario(int rows, int writers = 50)
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public async Task<ImportResult> RunAsync()
    {
        var postgres = Environment.GetEnvironmentVariable("LIVEBOARD_BENCHMARK_POSTGRES");
        await using var database = await TestDatabase.CreateAsync(postgresServer: postgres);
        var target = await TestBoard.CreateAsync(database, columns: 5, cardsPerColumn: 0);
        var other = await TestBoard.CreateAsync(database, columns: 5, cardsPerColumn: 10);
        var fieldId = await AddFieldAsync(target);
        await ImportAsync(database, target, fieldId, File(100));
        await MeasureAsync(other, Task.Delay(TimeSpan.FromSeconds(2)));
        var usual = await MeasureAsync(other, Task.Delay(Usual));
        var file = File(rows);
        var import = Task.Run(() => ImportAsync(database, target, fieldId, file));
        var during = await MeasureAsync(other, import);
        var timing = await import;
        return new ImportResult(rows, timing, usual, during);
    }

    /// <summary>Fifty people who rename cards, each in their own time, until something is over.</summary>
    private async Task<Latencies> MeasureAsync(TestBoard board, Task until)
    {
        var cards = (await board.ReadAsync()).Cards.Keys.ToList();
        var taken = await Task.WhenAll(
            Enumerable.Range(0, writers).Select(writer => Task.Run(() => WriteAsync(board, cards, writer, until)))
        );
        return new Latencies(taken.SelectMany(t => t));
    }

    private async Task<List<double>> WriteAsync(TestBoard board, List<Guid> cards, int writer, Task until)
    {
        var taken = new List<double>();
        await Task.Delay(Pause * writer / writers);
        for (var i = 0; !until.IsCompleted; i++)
        {
            var rename = new RenameCard
            {
                BoardId = board.Id,
                CardId = cards[writer % cards.Count],
                Title = $"Title {writer} {i}",
            };
            var clock = Stopwatch.StartNew();
            await board.DoAsync(rename);
            taken.Add(clock.Elapsed.TotalMilliseconds);
            await Task.Delay(Pause);
        }

        return taken;
    }

    private static async Task<ImportTiming> ImportAsync(
        TestDatabase database,
        TestBoard board,
        Guid fieldId,
        byte[] file
    )
    {
        var clock = Stopwatch.StartNew();
        var table = TableReader.Read(file).Table!;
        var read = clock.Elapsed;
        var inputs = table.Rows.Skip(1).Select(r => new RowInput(r.Number, r.Cells)).ToList();
        var mapping = new RowMapping
        {
            Targets =
            [
                RowTarget.Of(CellKind.Title),
                RowTarget.Of(CellKind.Description),
                RowTarget.Of(CellKind.Column),
                RowTarget.Of(CellKind.Labels),
                RowTarget.Of(CellKind.Due),
                RowTarget.Of(CellKind.Field, fieldId),
            ],
            ColumnId = (await board.ReadAsync()).Columns[0].Id,
            MakesLabels = true,
        };
        var reviewer = new RowReviewer(database, database.Access);
        var review = await reviewer.ReviewAsync(board.Id, board.Owner, mapping, inputs);
        if (review is not { IsGood: true })
        {
            throw new BenchmarkException("The rows are not good.");
        }

        var reviewed = clock.Elapsed;
        await board.DoAsync(
            new ImportRows
            {
                BoardId = board.Id,
                Mapping = mapping,
                Rows = inputs,
                Source = "benchmark.csv",
            }
        );
        return new ImportTiming(
            read.TotalMilliseconds,
            (reviewed - read).TotalMilliseconds,
            (clock.Elapsed - reviewed).TotalMilliseconds
        );
    }

    private static byte[] File(int rows)
    {
        IEnumerable<string[]> lines = Enumerable
            .Range(0, rows)
            .Select(i =>
                (string[])
                    [
                        $"Card {i} of the import",
                        $"What is to be done about {i}, in a sentence or two of ordinary length.",
                        $"Column {(i % 5) + 1}",
                        $"Label {i % 7}",
                        "2026-11-27",
                        $"{i}",
                    ]
            );
        return Encoding.UTF8.GetBytes(
            CsvText.Of([
                ["Title", "Description", "Column", "Labels", "Due", "Effort"],
                .. lines,
            ])
        );
    }

    private static async Task<Guid> AddFieldAsync(TestBoard board)
    {
        var id = Guid.CreateVersion7();
        await board.DoAsync(
            new AddField
            {
                BoardId = board.Id,
                FieldId = id,
                Name = "Effort",
                Type = CustomFieldType.Number,
            }
        );
        return id;
    }
}

/// <summary>What an import took, in milliseconds.</summary>
internal sealed record ImportTiming(double Read, double Review, double Import)
{
    public double Total => Read + Review + Import;
}

/// <summary>An import, and others' writes before and during it.</summary>
internal sealed record ImportResult(int Rows, ImportTiming Timing, Latencies Usual, Latencies During);
