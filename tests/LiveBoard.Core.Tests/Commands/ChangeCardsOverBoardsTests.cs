using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Bulk;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>Cards of several boards changed together: on all boards or on none, and never more is said than one may see.</summary>
public sealed class ChangeCardsOverBoardsTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private BoardSnapshot _before = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database);
        _before = await _board.ReadAsync();
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task CardsOfSeveralBoards_AreChangedTogether_AndTakenBackTogether()
    {
        var other = await _board.AddBoardAsync();
        var before = await other.ReadAsync();
        var there = before.Columns[0].Cards[0].Id;

        var result = await _board.DoAsync(
            Change() with
            {
                Elsewhere = [new CardsElsewhere(other.Id, [there])],
                Shelf = CardShelf.Archive,
            }
        );

        Assert.DoesNotContain(there, (await other.ReadAsync()).Cards);
        Assert.DoesNotContain(_before.Columns[0].Cards[0].Id, (await _board.ReadAsync()).Cards);
        await _board.DoAsync(result.Undo!);
        Assert.Equal(SnapshotText.OfContent(_before), SnapshotText.OfContent(await _board.ReadAsync()));
        Assert.Equal(SnapshotText.OfContent(before), SnapshotText.OfContent(await other.ReadAsync()));
    }

    [Fact]
    public async Task CardsOfABoardThatOneMayOnlyView_RefuseAll_ByName_AndOfOneThatOneMayNotOpenNothingIsSaid()
    {
        var other = await _board.AddBoardAsync();
        var bo = await _database.AddUserAsync(_board.WorkspaceId);
        var there = (await other.ReadAsync()).Columns[0].Cards[0];
        var change = Change() with
        {
            Elsewhere = [new CardsElsewhere(other.Id, [there.Id])],
            Shelf = CardShelf.Archive,
        };
        await OpenAsync(other, BoardVisibility.Workspace);
        var before = await DatabaseText.OfAsync(_database);

        var refused = await _database.Commands.HandleAsync(change, bo);

        Assert.Equal(RejectionCode.NotAllowed, refused.Rejection?.Code);
        Assert.Equal([there.Title], refused.Rejection!.Names);
        Assert.Equal(before, await DatabaseText.OfAsync(_database));
        await OpenAsync(other, BoardVisibility.Private);
        refused = await _database.Commands.HandleAsync(change, bo);
        Assert.Equal(RejectionCode.BoardNotFound, refused.Rejection?.Code);
        Assert.Empty(refused.Rejection!.Names);
    }

    [Fact]
    public async Task BoardsOfAnotherWorkspace_AreRefused_EvenByTheirOwner()
    {
        var other = await TestBoard.CreateAsync(_database);
        await _database.JoinAsync(other.WorkspaceId, _board.Owner, WorkspaceRole.Owner);
        var before = await DatabaseText.OfAsync(_database);

        var refused = await _database.Commands.HandleAsync(
            Change() with
            {
                Elsewhere = [new CardsElsewhere(other.Id, [(await other.ReadAsync()).Columns[0].Cards[0].Id])],
                Shelf = CardShelf.Archive,
            },
            _board.Owner
        );

        Assert.Equal(RejectionCode.ValueInvalid, refused.Rejection?.Code);
        Assert.Equal(before, await DatabaseText.OfAsync(_database));
    }

    private ChangeCards Change() => new() { BoardId = _board.Id, CardIds = [_before.Columns[0].Cards[0].Id] };

    private static Task OpenAsync(TestBoard board, BoardVisibility visibility) =>
        board.DoAsync(
            new SetBoardAccess
            {
                BoardId = board.Id,
                Visibility = visibility,
                WorkspaceRole = BoardRole.Viewer,
            }
        );
}
