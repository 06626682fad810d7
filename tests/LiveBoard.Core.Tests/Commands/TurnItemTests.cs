using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Checklists;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>That a card is made of an item is taken back as a whole: neither twice there nor lost.</summary>
public sealed class TurnItemTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private Guid _card;
    private TurnCardBackIntoItem _undo = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 1);
        await _board.AddDetailsAsync(_board.Owner);
        _card = (await _board.ReadAsync()).Columns[0].Cards[0].Id;
        var turned = await _board.DoAsync(
            new TurnItemIntoCard
            {
                BoardId = _board.Id,
                CardId = _card,
                ItemId = TestBoard.ItemOf(_card),
            }
        );
        _undo = Assert.IsType<TurnCardBackIntoItem>(turned.Undo);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Undo_BringsTheItemBack_AndPutsTheCardIntoTheTrash_InOneCommit()
    {
        var before = await _board.ReadAsync();
        Assert.Equal((2, 0), (before.Cards.Count, before.Cards[_card].ChecklistTotal));

        var undone = await _board.DoAsync(_undo);

        var after = await _board.ReadAsync();
        Assert.Equal(before.Version + 1, undone.Version);
        Assert.Equal((1, 1), (after.Cards.Count, after.Cards[_card].ChecklistTotal));
        await using var db = _database.CreateDbContext();
        Assert.NotNull((await db.Cards.SingleAsync(c => c.Id == _undo.MadeCardId, Cancellation)).DeletedAt);
        var told = await db.Activity.Where(a => a.Version == undone.Version).ToListAsync(Cancellation);
        Assert.Equal([ActivityKind.CardDeleted, ActivityKind.ItemRestored], told.Select(a => a.Kind).Order());
    }

    [Fact]
    public async Task Undo_AfterTheCardWentToTheTrash_BringsTheItemBack()
    {
        await _board.DoAsync(
            new ShelveCards
            {
                BoardId = _board.Id,
                CardIds = [_undo.MadeCardId],
                To = CardShelf.Trash,
            }
        );

        await _board.DoAsync(_undo);

        var after = await _board.ReadAsync();
        Assert.Equal((1, 1), (after.Cards.Count, after.Cards[_card].ChecklistTotal));
    }

    [Fact]
    public async Task Undo_AfterTheItemCameBack_PutsTheCardIntoTheTrash()
    {
        await _board.DoAsync(
            new RemoveChecklistItem
            {
                BoardId = _board.Id,
                CardId = _card,
                ItemId = _undo.ItemId,
                IsRemoved = false,
            }
        );

        await _board.DoAsync(_undo);

        var after = await _board.ReadAsync();
        Assert.Equal((1, 1), (after.Cards.Count, after.Cards[_card].ChecklistTotal));
        Assert.Equal(
            CommandStatus.Unchanged,
            (await _board.DoAsync(_undo with { CommandId = Guid.CreateVersion7() })).Status
        );
    }
}
