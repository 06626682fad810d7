using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Attachments;
using LiveBoard.Core.Commands.Checklists;
using LiveBoard.Core.Commands.Comments;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Access;

/// <summary>What was taken away from a card is listed for whoever may bring it back, and then it is back.</summary>
public sealed class RemovedPartsTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private Actor _editor;
    private Guid _card;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 1);
        _card = (await _board.ReadAsync()).Columns[0].Cards[0].Id;
        await _board.AddDetailsAsync(_board.Owner);
        _editor = await _database.AddUserAsync(_board.WorkspaceId);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task EveryPart_IsListed_AndComesBack()
    {
        BoardCommand[] removals =
        [
            Comment(isRemoved: true),
            new RemoveChecklistItem
            {
                BoardId = _board.Id,
                CardId = _card,
                ItemId = TestBoard.ItemOf(_card),
            },
            new RemoveAttachment
            {
                BoardId = _board.Id,
                CardId = _card,
                AttachmentId = TestBoard.PictureOf(_card),
            },
        ];
        foreach (var removal in removals)
        {
            await _board.DoAsync(removal);
        }

        Assert.Equal(
            [
                (RemovedPartKind.Attachment, "pier.png"),
                (RemovedPartKind.Item, "Step"),
                (RemovedPartKind.Comment, "Said"),
            ],
            (await ReadAsync(_board.Owner)).Select(p => (p.Kind, p.Words))
        );
        await _board.DoAsync(Comment(isRemoved: false));
        Assert.Equal(
            [RemovedPartKind.Attachment, RemovedPartKind.Item],
            (await ReadAsync(_board.Owner)).Select(p => p.Kind)
        );
    }

    [Fact]
    public async Task Item_OfAListThatIsGone_ComesWithTheList()
    {
        await _board.DoAsync(
            new RemoveChecklistItem
            {
                BoardId = _board.Id,
                CardId = _card,
                ItemId = TestBoard.ItemOf(_card),
            }
        );
        await _board.DoAsync(
            new RemoveChecklist
            {
                BoardId = _board.Id,
                CardId = _card,
                ChecklistId = TestBoard.ChecklistOf(_card),
            }
        );

        Assert.Equal([RemovedPartKind.Checklist], (await ReadAsync(_board.Owner)).Select(p => p.Kind));
    }

    [Fact]
    public async Task Comment_OfSomebodyElse_IsForAdmins()
    {
        await _board.DoAsync(Comment(isRemoved: true));

        Assert.Empty(await ReadAsync(_editor));
        Assert.Single(await ReadAsync(_board.Owner));
    }

    private RemoveComment Comment(bool isRemoved) =>
        new()
        {
            BoardId = _board.Id,
            CardId = _card,
            CommentId = TestBoard.CommentOf(_card),
            IsRemoved = isRemoved,
        };

    private async Task<IReadOnlyList<RemovedPart>> ReadAsync(Actor actor) =>
        await new RemovedPartsReader(_database, _database.Access).ReadAsync(_board.Id, _card, actor, Cancellation);
}
