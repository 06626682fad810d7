using System.Diagnostics;
using LiveBoard.Benchmarks.Circuits;
using LiveBoard.Benchmarks.Servers;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>
/// Moves cards through a writer's open board, as a drag does. Always the last card of a column to the top of another:
/// so every card moves once before any moves twice, and no card comes into sight that was not moved.
/// </summary>
internal sealed class CardMover(CircuitClient writer, BoardLayout layout)
{
    private const string Done = "true";

    private readonly List<List<PlacedCard>> _columns = [.. layout.Columns.Select(c => c.Cards.ToList())];
    private int _next;

    /// <summary>Moves the next card.</summary>
    /// <param name="onIssue">Told the card's token and the time, just before the command is issued.</param>
    /// <returns>Milliseconds until the writer had the acknowledgement.</returns>
    public async Task<double> MoveAsync(Action<int, long> onIssue)
    {
        var (from, to) = (_next % _columns.Count, (_next + 1) % _columns.Count);
        _next++;
        var (card, before) = (_columns[from][^1], _columns[to].FirstOrDefault());
        _columns[from].RemoveAt(_columns[from].Count - 1);
        _columns[to].Insert(0, card);
        var issuedAt = Stopwatch.GetTimestamp();
        onIssue(card.Token, issuedAt);
        var answer = await writer.CallPageAsync("MoveCard", card.Id, layout.Columns[to].Id, null, before?.Id);
        return answer is { IsDone: true, Json: Done }
            ? Stopwatch.GetElapsedTime(issuedAt, answer.ArrivedAt).TotalMilliseconds
            : throw new InvalidOperationException($"A move was refused: {answer.Json}");
    }
}
