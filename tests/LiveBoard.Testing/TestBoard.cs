using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Labels;
using LiveBoard.Core.Commands.Widgets;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Testing;

/// <summary>A board in a test database, with its owner.</summary>
public sealed class TestBoard
{
    private TestBoard(TestDatabase database, Guid id, Guid workspaceId, Actor owner)
    {
        Database = database;
        Id = id;
        WorkspaceId = workspaceId;
        Owner = owner;
    }

    public TestDatabase Database { get; }

    public Guid Id { get; }

    public Guid WorkspaceId { get; }

    public Actor Owner { get; }

    public static async Task<TestBoard> CreateAsync(TestDatabase database, int columns = 3, int cardsPerColumn = 3)
    {
        var workspaceId = await database.AddWorkspaceAsync();
        var owner = await database.AddUserAsync(workspaceId, WorkspaceRole.Owner);
        return await MakeAsync(
            new TestBoard(database, Guid.CreateVersion7(), workspaceId, owner),
            columns,
            cardsPerColumn
        );
    }

    /// <summary>Another board of the same owner in the same workspace.</summary>
    public Task<TestBoard> AddBoardAsync(int columns = 1, int cardsPerColumn = 2) =>
        MakeAsync(new TestBoard(Database, Guid.CreateVersion7(), WorkspaceId, Owner), columns, cardsPerColumn);

    private static async Task<TestBoard> MakeAsync(TestBoard board, int columns, int cardsPerColumn)
    {
        await board.DoAsync(
            new CreateBoard
            {
                BoardId = board.Id,
                WorkspaceId = board.WorkspaceId,
                Name = "Board",
                Columns =
                [
                    .. Enumerable.Range(1, columns).Select(i => new NewColumn($"Column {i}", ColumnStage.NotStarted)),
                ],
            }
        );
        foreach (var column in cardsPerColumn == 0 ? [] : (await board.ReadAsync()).Columns)
        {
            await board.DoAsync(
                new AddCards
                {
                    BoardId = board.Id,
                    ColumnId = column.Id,
                    Titles = [.. Enumerable.Range(1, cardsPerColumn).Select(i => $"{column.Name} card {i}")],
                }
            );
        }

        return board;
    }

    /// <summary>A dashboard of the same owner in the same workspace, with a note and a clock on it.</summary>
    public async Task<TestBoard> AddDashboardAsync(BoardVisibility visibility = BoardVisibility.Workspace)
    {
        var dashboard = new TestBoard(Database, Guid.CreateVersion7(), WorkspaceId, Owner);
        await dashboard.DoAsync(
            new CreateDashboard
            {
                BoardId = dashboard.Id,
                WorkspaceId = WorkspaceId,
                Name = "Dashboard",
                Visibility = visibility,
            }
        );
        await dashboard.DoAsync(new AddWidget { BoardId = dashboard.Id, Kind = WidgetKind.Note });
        await dashboard.DoAsync(new AddWidget { BoardId = dashboard.Id, Kind = WidgetKind.Clock });
        return dashboard;
    }

    public Task<BoardSnapshot> ReadAsync() => Database.ReadAsync(Id);

    /// <summary>One more card in the first column.</summary>
    public async Task<CommandResult> AddCardAsync() =>
        await DoAsync(
            new AddCards
            {
                BoardId = Id,
                ColumnId = (await ReadAsync()).Columns[0].Id,
                Titles = ["One more"],
            }
        );

    /// <summary>A label on no card.</summary>
    public Task AddLabelAsync() =>
        DoAsync(
            new AddLabel
            {
                BoardId = Id,
                Name = "Piers",
                Color = LabelColor.Straw,
            }
        );

    /// <summary>The comment that <see cref="AddDetailsAsync"/> puts on a card.</summary>
    public static Guid CommentOf(Guid cardId) => Derive(cardId, 1);

    /// <summary>The checklist that <see cref="AddDetailsAsync"/> puts on a card.</summary>
    public static Guid ChecklistOf(Guid cardId) => Derive(cardId, 2);

    /// <summary>The only item of that checklist.</summary>
    public static Guid ItemOf(Guid cardId) => Derive(cardId, 3);

    /// <summary>The field of a person that <see cref="AddDetailsAsync"/> gives the board.</summary>
    public static Guid FieldOf(Guid cardId) => Derive(cardId, 6);

    /// <summary>The attached picture that <see cref="AddDetailsAsync"/> puts on a card.</summary>
    public static Guid PictureOf(Guid cardId) => Derive(cardId, 4);

    /// <summary>Key of that picture's file.</summary>
    public static Guid FileOf(Guid cardId) => Derive(cardId, 5);

    /// <summary>Puts a comment of this person, a checklist with an item, a picture, and typed text on the board's first card, and a field on the board.</summary>
    public async Task AddDetailsAsync(Actor author)
    {
        var id = (await ReadAsync()).Columns[0].Cards[0].Id;
        await using var db = Database.CreateDbContext();
        var card = await db.Cards.SingleAsync(c => c.Id == id);
        (card.CommentCount, card.ChecklistTotal, card.AttachmentCount) = (1, 1, 1);
        db.Attachments.Add(
            new Attachment
            {
                Id = PictureOf(id),
                CardId = id,
                Name = "pier.png",
                FileId = FileOf(id),
                Size = 1000,
                MediaType = "image/png",
                Width = 80,
                Height = 60,
                AddedById = author.PersonId,
                CreatedAt = card.CreatedAt,
            }
        );
        db.Comments.Add(
            new Comment
            {
                Id = CommentOf(id),
                CardId = id,
                AuthorId = author.PersonId,
                Text = "Said",
                CreatedAt = card.CreatedAt,
            }
        );
        var list = new Checklist
        {
            Id = ChecklistOf(id),
            CardId = id,
            Name = "Steps",
            Position = "a0",
        };
        list.Items.Add(
            new ChecklistItem
            {
                Id = ItemOf(id),
                ChecklistId = list.Id,
                Text = "Step",
                Position = "a0",
            }
        );
        db.Checklists.Add(list);
        db.CustomFields.Add(
            new CustomField
            {
                Id = FieldOf(id),
                BoardId = Id,
                Name = "Skipper",
                Type = CustomFieldType.Person,
                Position = "a0",
            }
        );
        db.CardTextUpdates.Add(
            new CardTextUpdate
            {
                CardId = id,
                Version = 1,
                Changes = TextChange.Between("", "- [ ] Typed").ToString(),
                ClientId = "test",
                AuthorId = author.PersonId,
                At = card.CreatedAt,
            }
        );
        await db.SaveChangesAsync();
    }

    private static Guid Derive(Guid id, byte kind)
    {
        var bytes = id.ToByteArray();
        bytes[^1] ^= kind;
        return new Guid(bytes);
    }

    /// <summary>Leaves the board to its own members and the workspace's owners.</summary>
    public Task CloseToWorkspaceAsync() =>
        DoAsync(
            new SetBoardAccess
            {
                BoardId = Id,
                Visibility = BoardVisibility.Private,
                WorkspaceRole = BoardRole.Editor,
            }
        );

    /// <summary>Gives somebody of the workspace a role of their own, or takes it away.</summary>
    public Task SetRoleAsync(Actor person, BoardRole role) =>
        DoAsync(
            new SetBoardMember
            {
                BoardId = Id,
                PersonId = person.PersonId,
                Role = role,
            }
        );

    /// <summary>Issues a command that must be done.</summary>
    public async Task<CommandResult> DoAsync(BoardCommand command, Actor? actor = null)
    {
        var result = await Database.Commands.HandleAsync(command, actor ?? Owner);
        return result.Rejection is null
            ? result
            : throw new InvalidOperationException($"{command.GetType().Name} was refused: {result.Rejection}");
    }
}
