using LiveBoard.Core.Boards;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Live.Texts;

/// <summary>R-14: whoever types what when, and whatever gets lost on the way, all end with the same text.</summary>
public sealed class CardTextConvergenceTests : IAsyncLifetime
{
    private const int Histories = 150;
    private const int Steps = 40;

    private TestDatabase _database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Editors_EndWithTheServersText_AndWhatWasAcknowledgedIsInItOrInItsHistory()
    {
        var board = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: Histories);
        var seed = 0;
        foreach (var card in (await board.ReadAsync()).Columns[0].Cards)
        {
            await PlayAsync(board, card.Id, ++seed);
        }
    }

    private async Task PlayAsync(TestBoard board, Guid card, int seed)
    {
        var random = new Random(seed);
        using var otherNode = _database.OpenTexts();
        List<TextReplica> editors = [];
        List<IAsyncDisposable> sessions = [];
        for (var i = 0; i < random.Next(2, 6); i++)
        {
            var node = random.Next(4) == 0 ? otherNode : _database.Texts;
            var session = (await node.OpenAsync(board.Owner, board.Id, card, _ => Task.CompletedTask, Cancellation))!;
            sessions.Add(session);
            editors.Add(new TextReplica($"{(char)('a' + i)}", session, random));
        }

        for (var step = 0; step < Steps; step++)
        {
            var editor = editors[random.Next(editors.Count)];
            await (
                random.Next(5) switch
                {
                    0 or 1 => Task.Run(editor.Type, Cancellation),
                    2 => editor.PushAsync(),
                    3 => editor.PushAsync(isAnswerLost: true),
                    _ => editor.PullAsync(),
                }
            );
        }

        // Everybody is back, and nobody types any more.
        for (var round = 0; editors.Any(e => e.IsPending); round++)
        {
            // Of those who hand in, one is taken in each round.
            Assert.InRange(round, 0, editors.Count);
            foreach (var editor in editors)
            {
                await editor.PushAsync();
            }
        }

        foreach (var editor in editors)
        {
            await editor.PullAsync();
        }

        foreach (var session in sessions)
        {
            await session.DisposeAsync();
        }

        await using var db = _database.CreateDbContext();
        var updates = await db
            .CardTextUpdates.Where(u => u.CardId == card)
            .OrderBy(u => u.Version)
            .ToListAsync(Cancellation);
        List<string> history = [""];
        foreach (var update in updates)
        {
            history.Add(TextChange.Parse(update.Changes)!.Apply(history[^1]));
        }

        var text = history[^1];
        Assert.Equal(Enumerable.Range(1, updates.Count).Select(i => (long)i), updates.Select(u => u.Version));
        Assert.All(editors, e => Assert.Equal((seed, text), (seed, e.Text)));
        Assert.Equal(text, (await db.Cards.SingleAsync(c => c.Id == card, Cancellation)).Description);
        Assert.All(
            editors.SelectMany(e => e.Acknowledged),
            insert => Assert.Contains(history, t => t.Contains(insert, StringComparison.Ordinal))
        );
    }
}
