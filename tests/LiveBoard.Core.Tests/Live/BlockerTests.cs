using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Core.Commands.Links;
using LiveBoard.Core.Live;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Live;

/// <summary>Which cards wait for which, as every viewer has it: read afresh and followed from commit to commit alike.</summary>
public sealed class BlockerTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private BoardSnapshot _followed = null!;
    private IDisposable _following = null!;
    private CardSnapshot _waiting = null!;
    private CardSnapshot _blocker = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database, columns: 3, cardsPerColumn: 2);
        _followed = await _board.ReadAsync();
        (_waiting, _blocker) = (_followed.Columns[0].Cards[0], _followed.Columns[1].Cards[0]);
        _following = _database.Bus.SubscribeBoard(
            _board.Id,
            changes => _followed = BoardReducer.Apply(_followed, changes)
        );
    }

    public ValueTask DisposeAsync()
    {
        _following.Dispose();
        return _database.DisposeAsync();
    }

    [Fact]
    public async Task Link_MakesACardWait_UntilItIsTakenAway()
    {
        var linked = await DoAsync(Blocks(_blocker, _waiting));

        await ExpectAsync(_blocker.Number);
        Assert.Empty(_followed.Cards[_blocker.Id].OpenBlockers);
        await DoAsync(linked.Undo!);
        await ExpectAsync();
    }

    [Fact]
    public async Task OtherKindsOfLinks_HoldNothingUp()
    {
        await DoAsync(Blocks(_blocker, _waiting) with { Kind = CardLinkKind.Relates });
        await DoAsync(Blocks(_blocker, _waiting) with { Kind = CardLinkKind.Duplicates });

        await ExpectAsync();
    }

    [Fact]
    public async Task Blocker_ThatIsDone_CountsNoLonger_AndThatIsNot_CountsAgain()
    {
        await DoAsync(Blocks(_blocker, _waiting));
        await DoAsync(Stage(_followed.Columns[2].Id, ColumnStage.Done));
        await ExpectAsync(_blocker.Number);

        var moved = await DoAsync(
            new MoveCard
            {
                BoardId = _board.Id,
                CardId = _blocker.Id,
                ToColumnId = _followed.Columns[2].Id,
            }
        );
        await ExpectAsync();
        await DoAsync(moved.Undo!);
        await ExpectAsync(_blocker.Number);
        await DoAsync(Stage(_blocker.ColumnId, ColumnStage.Done));
        await ExpectAsync();
    }

    [Theory]
    [InlineData(CardShelf.Archive)]
    [InlineData(CardShelf.Trash)]
    public async Task Blocker_ThatIsPutAway_CountsNoLonger_UntilItIsBack(CardShelf shelf)
    {
        await DoAsync(Blocks(_blocker, _waiting));

        var shelved = await DoAsync(
            new ShelveCards
            {
                BoardId = _board.Id,
                CardIds = [_blocker.Id],
                To = shelf,
            }
        );
        await ExpectAsync();
        await DoAsync(shelved.Undo!);
        await ExpectAsync(_blocker.Number);
        await DoAsync(new ArchiveColumn { BoardId = _board.Id, ColumnId = _blocker.ColumnId });
        await ExpectAsync();
        await DoAsync(new RestoreColumn { BoardId = _board.Id, ColumnId = _blocker.ColumnId });
        await ExpectAsync(_blocker.Number);
    }

    [Fact]
    public async Task Card_ThatIsChangedWhileItWaits_GoesOnWaiting_ForAllInTheirOrder()
    {
        var another = _followed.Columns[0].Cards[1];
        await DoAsync(Blocks(_blocker, _waiting));
        await DoAsync(Blocks(another, _waiting));

        await DoAsync(
            new RenameCard
            {
                BoardId = _board.Id,
                CardId = _waiting.Id,
                Title = "Another title",
            }
        );

        await ExpectAsync(another.Number, _blocker.Number);
        Assert.Equal("Another title", _followed.Cards[_waiting.Id].Title);
    }

    [Fact]
    public async Task Blocker_OnAnotherBoard_CountsOnceItIsOnThisOne()
    {
        var other = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 1);
        await _database.JoinAsync(other.WorkspaceId, _board.Owner);
        var far = (await other.ReadAsync()).Columns[0].Cards[0];
        await DoAsync(Blocks(_waiting, far) with { ToBoardId = other.Id, IsBackwards = true });
        await ExpectAsync();

        var moved = await DoAsync(
            new MoveCardToBoard
            {
                BoardId = other.Id,
                CardId = far.Id,
                ToBoardId = _board.Id,
                ToColumnId = _blocker.ColumnId,
            }
        );
        await ExpectAsync(_followed.Cards[far.Id].Number);
        await DoAsync(moved.Undo!);
        await ExpectAsync();
    }

    [Fact]
    public async Task WhatHasNothingToDoWithIt_KeepsItsReference()
    {
        await DoAsync(Blocks(_blocker, _waiting));
        var before = _followed;

        await DoAsync(Stage(_blocker.ColumnId, ColumnStage.Done));

        Assert.NotSame(before.Cards[_waiting.Id], _followed.Cards[_waiting.Id]);
        Assert.Same(_followed.Cards[_waiting.Id], _followed.Columns[0].Cards[0]);
        Assert.All(
            before.Cards.Values.Where(c => c.Id != _waiting.Id),
            card => Assert.Same(card, _followed.Cards[card.Id])
        );
        Assert.Same(before.Columns[2], _followed.Columns[2]);
        Assert.Same(_followed, Blockers.Reckon(_followed));
    }

    /// <summary>Catching up after a gap: the waiting card's own version is still the same.</summary>
    [Fact]
    public async Task Reconcile_SeesThatABlockerIsDone()
    {
        await DoAsync(Blocks(_blocker, _waiting));
        var known = _followed;
        await DoAsync(Stage(_blocker.ColumnId, ColumnStage.Done));

        var reconciled = BoardReducer.Reconcile(known, await _board.ReadAsync());

        Assert.Equal(known.Cards[_waiting.Id].Version, reconciled.Cards[_waiting.Id].Version);
        Assert.Empty(reconciled.Cards[_waiting.Id].OpenBlockers);
        Assert.Same(reconciled.Cards[_waiting.Id], reconciled.Columns[0].Cards[0]);
    }

    private LinkCards Blocks(CardSnapshot from, CardSnapshot to) =>
        new()
        {
            BoardId = _board.Id,
            CardId = from.Id,
            ToCardId = to.Id,
            Kind = CardLinkKind.Blocks,
        };

    private SetColumnStage Stage(Guid columnId, ColumnStage stage) =>
        new()
        {
            BoardId = _board.Id,
            ColumnId = columnId,
            Stage = stage,
        };

    private Task<CommandResult> DoAsync(BoardCommand command) => _board.DoAsync(command);

    private async Task ExpectAsync(params int[] numbers)
    {
        var read = await _board.ReadAsync();
        Assert.Equal(numbers, read.Cards[_waiting.Id].OpenBlockers.ToArray());
        Assert.Equal(SnapshotText.Of(read), SnapshotText.Of(_followed));
    }
}
