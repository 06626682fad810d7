using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Links;
using LiveBoard.Core.Events;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Data;

/// <summary>What one save is told to have changed, whoever loaded the rows and however many they are.</summary>
public sealed class ChangeCaptureTests
{
    [Fact]
    public async Task ManyLabels_AreAllTold_AndChangesAreLookedForAsOftenAsForOne()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database, columns: 2, cardsPerColumn: 100);
        await board.AddLabelAsync();
        var before = await board.ReadAsync();
        BoardChangeSet? told = null;
        using var listening = database.Bus.SubscribeBoard(board.Id, changes => told = changes);

        var forOne = await PutLabelOnAsync(database, before, cards: 1);
        var forAll = await PutLabelOnAsync(database, before, cards: 199);

        Assert.Equal(forOne, forAll);
        var cards = told!.Events.OfType<CardUpserted>().Select(e => e.Card).ToList();
        Assert.Equal(199, cards.Count);
        Assert.All(cards, card => Assert.Equal(before.Labels.Keys, card.LabelIds));
        Assert.All(cards, card => Assert.Equal(told.Version, card.Version));
        Assert.All((await board.ReadAsync()).Cards.Values, card => Assert.Single(card.LabelIds));
    }

    [Fact]
    public async Task Label_OnACardThatIsNotLoaded_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        await board.AddLabelAsync();
        var before = await board.ReadAsync();
        await using var db = database.CreateDbContext();
        db.CardLabels.Add(
            new CardLabel { CardId = before.Columns[0].Cards[0].Id, LabelId = before.Labels.Keys.Single() }
        );

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());

        Assert.Equal(SnapshotText.Of(before), SnapshotText.Of(await board.ReadAsync()));
    }

    [Fact]
    public async Task CardLoadedWithoutItsLinks_IsToldWithThem()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        await board.AddLabelAsync();
        var before = await board.ReadAsync();
        await PutLabelOnAsync(database, before, cards: 1);
        var labelled = (await board.ReadAsync()).Cards.Values.Single(c => !c.LabelIds.IsEmpty).Id;
        var blocker = before.Cards.Keys.First(id => id != labelled);
        await board.DoAsync(
            new LinkCards
            {
                BoardId = board.Id,
                CardId = blocker,
                ToCardId = labelled,
                Kind = CardLinkKind.Blocks,
            }
        );
        CardSnapshot? told = null;
        using var listening = database.Bus.SubscribeBoard(
            board.Id,
            changes => told = Assert.IsType<CardUpserted>(Assert.Single(changes.Events)).Card
        );
        await using var db = database.CreateDbContext();
        var card = await db.Cards.SingleAsync(c => c.Labels.Count > 0);
        card.Title = "Another title";

        await db.SaveChangesAsync();

        Assert.Equal(before.Labels.Keys, told!.LabelIds);
        Assert.Equal([blocker], told.BlockerIds);
    }

    [Fact]
    public async Task SaveOnTwoBoards_TellsEachItsOwn_AndCountsEach()
    {
        await using var database = await TestDatabase.CreateAsync();
        var one = await TestBoard.CreateAsync(database);
        var other = await TestBoard.CreateAsync(database);
        var before = new[] { await one.ReadAsync(), await other.ReadAsync() };
        var told = new List<BoardChangeSet>();
        using var listening = database.Bus.SubscribeBoard(one.Id, told.Add);
        using var alsoListening = database.Bus.SubscribeBoard(other.Id, told.Add);
        await using var db = database.CreateDbContext();
        foreach (var card in await db.Cards.ToListAsync())
        {
            card.Title += "!";
        }

        await db.SaveChangesAsync();

        foreach (var board in before)
        {
            var changes = Assert.Single(told, t => t.BoardId == board.Id);
            Assert.Equal(board.Version + 1, changes.Version);
            Assert.Equal(
                board.Cards.Keys.Order(),
                changes.Events.OfType<CardUpserted>().Select(e => e.Card.Id).Order()
            );
        }
    }

    /// <summary>How often the context looked through everything for changes.</summary>
    private static async Task<int> PutLabelOnAsync(TestDatabase database, BoardSnapshot board, int cards)
    {
        await using var db = database.CreateDbContext();
        var label = board.Labels.Keys.Single();
        var without = await db
            .Cards.Include(c => c.Labels)
            .Where(c => c.Labels.Count == 0)
            .OrderBy(c => c.Number)
            .Take(cards)
            .ToListAsync();
        without.ForEach(card => card.Labels.Add(new CardLabel { CardId = card.Id, LabelId = label }));
        var looks = 0;
        db.ChangeTracker.DetectingAllChanges += (_, _) => looks++;
        await db.SaveChangesAsync();
        return looks;
    }
}
