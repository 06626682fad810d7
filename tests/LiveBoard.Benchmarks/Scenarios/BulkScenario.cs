using System.Diagnostics;
using System.Globalization;
using LiveBoard.Benchmarks.Report;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Commands.Fields;
using LiveBoard.Testing;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>
/// What a paste costs, from the command to the answer and until it is on an open board, beside the same done by one command for
/// each cell or card.
/// </summary>
internal sealed class BulkScenario : IAsyncDisposable
{
    private const int NewRows = 2000;
    private const int Rows = 500;
    private const int FieldCount = 4;

    private readonly List<Guid> _fields = [];
    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private Viewer _viewer = null!;

    public async Task<IReadOnlyList<BulkResult>> RunAsync(int repeats)
    {
        await StartAsync();
        var results = new List<BulkResult>
        {
            await MeasureAsync($"{NewRows} rows x 8 cells", 1, repeats, async i => [PasteRows(i, await ColumnAsync())]),
            await MeasureAsync($"{Rows} x 8 cells", 1, repeats, async i => [PasteCells(i, await CardsAsync())]),
            // A round of these takes so long that one has to do.
            await MeasureAsync(
                $"{NewRows} cards, each by its own command",
                NewRows,
                repeats: 1,
                async i => [.. Enumerable.Repeat(await ColumnAsync(), NewRows).Select((c, n) => Add(c, $"{i} {n}"))]
            ),
            await MeasureAsync(
                $"{Rows} x 8 values, each by its own command",
                Rows * 8,
                repeats: 1,
                async i => [.. (await CardsAsync()).SelectMany(c => Each(i, c))]
            ),
        };
        return results;
    }

    public async ValueTask DisposeAsync()
    {
        await _viewer.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task StartAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database, columns: 3, cardsPerColumn: 0);
        for (var i = 0; i < FieldCount; i++)
        {
            var add = new AddField
            {
                BoardId = _board.Id,
                Name = $"Field {i}",
                Type = CustomFieldType.Number,
            };
            await _board.DoAsync(add);
            _fields.Add(add.FieldId);
        }

        _viewer = await Viewer.OpenAsync(_database, _board.Id, _board.Owner);
        // The first ones find nothing compiled yet.
        await _board.DoAsync(PasteRows(99, await ColumnAsync()));
        await _board.DoAsync(PasteCells(99, await CardsAsync()));
        await _board.DoAsync(Add(await ColumnAsync(), "warm"));
        foreach (var command in Each(99, (await CardsAsync())[0]))
        {
            await _board.DoAsync(command);
        }
    }

    private async Task<BulkResult> MeasureAsync(
        string what,
        int commits,
        int repeats,
        Func<int, Task<IReadOnlyList<BoardCommand>>> make
    )
    {
        var (done, seen) = (new List<double>(), new List<double>());
        for (var i = 0; i < repeats; i++)
        {
            Progress.Say($"{what}: {i + 1} of {repeats}");
            var commands = await make(i);
            var before = (await _board.ReadAsync()).Version;
            var watch = Stopwatch.StartNew();
            foreach (var command in commands)
            {
                await _board.DoAsync(command);
            }

            done.Add(watch.Elapsed.TotalMilliseconds);
            await _viewer.WaitForAsync(frame => frame.Board.Version == before + commits);
            seen.Add(watch.Elapsed.TotalMilliseconds);
        }

        return new BulkResult(what, commits, new Latencies(done), new Latencies(seen));
    }

    private async Task<Guid> ColumnAsync() => (await _board.ReadAsync()).Columns[0].Id;

    private async Task<IReadOnlyList<CardSnapshot>> CardsAsync() =>
        [.. (await _board.ReadAsync()).Columns[0].Cards.Take(Rows)];

    private EditCells PasteRows(int round, Guid columnId) =>
        new()
        {
            BoardId = _board.Id,
            NewCards =
            [
                .. Enumerable
                    .Range(0, NewRows)
                    .Select(n => new NewCard(
                        [.. Texts(round, n).Select(t => new CellInput(t.Column, t.Text))],
                        columnId
                    )),
            ],
        };

    private EditCells PasteCells(int round, IReadOnlyList<CardSnapshot> cards) =>
        new()
        {
            BoardId = _board.Id,
            Edits =
            [
                .. cards.SelectMany((c, n) => Texts(round + 1000, n).Select(t => new CellEdit(c.Id, t.Column, t.Text))),
            ],
        };

    private IEnumerable<(CellColumn Column, string Text)> Texts(int round, int row)
    {
        yield return (new CellColumn(CellKind.Title), $"Row {row} of round {round}");
        yield return (new CellColumn(CellKind.Description), $"What row {row} of round {round} is about");
        yield return (new CellColumn(CellKind.Start), Day(round, row));
        yield return (new CellColumn(CellKind.Due), Day(round, row + 7));
        foreach (var field in _fields)
        {
            yield return (new CellColumn(CellKind.Field, field), $"{round}.{row}");
        }
    }

    private static string Day(int round, int row) =>
        new DateOnly(2026, 1, 1).AddDays(row + round).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private AddCards Add(Guid columnId, string title) =>
        new()
        {
            BoardId = _board.Id,
            ColumnId = columnId,
            Titles = [title],
        };

    private IEnumerable<BoardCommand> Each(int round, CardSnapshot card)
    {
        var (boardId, cardId) = (_board.Id, card.Id);
        var day = DateTime.UnixEpoch.AddDays(card.Number + (round * 3));
        yield return new RenameCard
        {
            BoardId = boardId,
            CardId = cardId,
            Title = $"One by one {round} {card.Number}",
        };
        yield return new DescribeCard
        {
            BoardId = boardId,
            CardId = cardId,
            Description = $"One by one {round} {card.Number}",
        };
        yield return new SetCardStart
        {
            BoardId = boardId,
            CardId = cardId,
            StartAt = day,
        };
        yield return new SetCardDue
        {
            BoardId = boardId,
            CardId = cardId,
            DueAt = day,
        };
        foreach (var field in _fields)
        {
            yield return new SetCardField
            {
                BoardId = boardId,
                CardId = cardId,
                FieldId = field,
                Value = $"7{round}{card.Number}",
            };
        }
    }
}

/// <summary>What many changes at once cost.</summary>
/// <param name="What">What was done.</param>
/// <param name="Commits">In how many commits.</param>
/// <param name="Done">Until the last answer, ms.</param>
/// <param name="Seen">Until it is on an open board, ms.</param>
internal sealed record BulkResult(string What, int Commits, Latencies Done, Latencies Seen);
