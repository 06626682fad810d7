using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Work;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Checklists;
using LiveBoard.Core.Commands.Comments;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Access.Work;

/// <summary>A board of five cards in each of two columns, and Mara, who is in its workspace.</summary>
internal sealed class WorkScene : IAsyncDisposable
{
    private WorkScene(TestDatabase database, TestBoard board, Actor mara)
    {
        (Database, Board, Mara) = (database, board, mara);
        Reader = new WorkReader(database, database.Access);
    }

    public TestDatabase Database { get; }

    public TestBoard Board { get; }

    public Actor Mara { get; }

    public WorkReader Reader { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<WorkScene> CreateAsync(Provider provider, TimeProvider? time = null)
    {
        var database = await provider.CreateDatabaseAsync(time: time);
        var board = await TestBoard.CreateAsync(database, columns: 2, cardsPerColumn: 5);
        var mara = await database.AddUserAsync(board.WorkspaceId);
        await using var db = database.CreateDbContext();
        (await db.People.SingleAsync(p => p.Id == mara.PersonId)).Name = "Mara Okafor";
        await db.SaveChangesAsync();
        return new WorkScene(database, board, mara);
    }

    /// <summary>Cards from the top of a column, by place.</summary>
    public async Task<CardSnapshot> CardAsync(int index, int column = 0, TestBoard? board = null) =>
        (await (board ?? Board).ReadAsync()).Columns[column].Cards[index];

    public async Task<Guid> AssignAsync(int index, TestBoard? board = null, bool isOn = true)
    {
        var on = board ?? Board;
        var card = (await CardAsync(index, board: on)).Id;
        await on.DoAsync(
            new SetCardAssignee
            {
                BoardId = on.Id,
                CardId = card,
                PersonId = Mara.PersonId,
                IsOn = isOn,
            }
        );
        return card;
    }

    /// <summary>A checklist item of Mara's on a card that is not hers.</summary>
    public async Task<(Guid Card, Guid Item)> GiveStepAsync(int index)
    {
        var card = (await CardAsync(index)).Id;
        await Board.DoAsync(
            new AddChecklist
            {
                BoardId = Board.Id,
                CardId = card,
                Name = "Steps",
            }
        );
        await using var db = Database.CreateDbContext();
        var list = await db.Checklists.SingleAsync(l => l.CardId == card, Cancellation);
        await Board.DoAsync(
            new AddChecklistItems
            {
                BoardId = Board.Id,
                CardId = card,
                ChecklistId = list.Id,
                Texts = ["Ask the port"],
            }
        );
        var item = await db.ChecklistItems.SingleAsync(i => i.ChecklistId == list.Id, Cancellation);
        await Board.DoAsync(
            new SetChecklistItemAssignee
            {
                BoardId = Board.Id,
                CardId = card,
                ItemId = item.Id,
                PersonId = Mara.PersonId,
            }
        );
        return (card, item.Id);
    }

    public async Task<Guid> SayAsync(int index, string text, Actor? actor = null)
    {
        var card = (await CardAsync(index)).Id;
        await Board.DoAsync(
            new AddComment
            {
                BoardId = Board.Id,
                CardId = card,
                Text = text,
            },
            actor
        );
        return card;
    }

    public Task MoveAsync(Guid card, Guid column, Actor? actor = null) =>
        Board.DoAsync(
            new MoveCard
            {
                BoardId = Board.Id,
                CardId = card,
                ToColumnId = column,
            },
            actor
        );

    public async Task<WorkSnapshot> ReadAsync(Actor? reader = null) =>
        (await Reader.ReadAsync(reader ?? Mara, Mara.PersonId, Cancellation))!;

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
