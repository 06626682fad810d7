using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Testing;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>Counts the database statements of a change, with few viewers and with many: viewers must cost none.</summary>
internal static class StatementScenario
{
    private const int Changes = 20;

    public static async Task<StatementResult> RunAsync(int viewers)
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database, columns: 3, cardsPerColumn: 5);
        var open = new List<Viewer>();
        for (var i = 0; i < viewers; i++)
        {
            open.Add(await Viewer.OpenAsync(database, board.Id, board.Owner));
        }

        var snapshot = await board.ReadAsync();
        var before = database.Statements.Count;
        for (var i = 0; i < Changes; i++)
        {
            await board.DoAsync(Move(snapshot, i));
        }

        var wanted = snapshot.Version + Changes;
        await Task.WhenAll(open.Select(v => v.WaitForAsync(frame => frame.Board.Version == wanted)));
        var statements = database.Statements.Count - before;
        foreach (var viewer in open)
        {
            await viewer.DisposeAsync();
        }

        return new StatementResult(viewers, (double)statements / Changes);
    }

    /// <summary>The first card goes round the columns.</summary>
    private static MoveCard Move(BoardSnapshot board, int i) =>
        new()
        {
            BoardId = board.Id,
            CardId = board.Columns[0].Cards[0].Id,
            ToColumnId = board.Columns[(i + 1) % board.Columns.Length].Id,
        };
}

/// <summary>Database statements of one change.</summary>
/// <param name="Viewers">Open boards.</param>
/// <param name="PerChange">Statements, all together.</param>
internal sealed record StatementResult(int Viewers, double PerChange);
