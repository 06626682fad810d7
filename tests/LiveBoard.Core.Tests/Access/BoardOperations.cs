using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Work;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Commands.Comments;
using LiveBoard.Core.Commands.Rows;
using LiveBoard.Core.Exchange;
using LiveBoard.Core.Tests.Dashboards;
using LiveBoard.Core.Tests.Live.History;
using LiveBoard.Testing;
using static LiveBoard.Core.Tests.Access.AccessAnswer;
using Operation = System.Func<
    LiveBoard.Testing.TestBoard,
    LiveBoard.Core.Access.Actor,
    System.Threading.Tasks.Task<string>
>;

namespace LiveBoard.Core.Tests.Access;

/// <summary>Each operation on an open board, asked for by somebody.</summary>
internal static class BoardOperations
{
    private const string Source = "elsewhere";
    private const CardDraftField Field = CardDraftField.Comment;

    private static readonly Dictionary<string, Operation> All = new(StringComparer.Ordinal)
    {
        ["AssignableReader.ReadAsync"] = async (board, actor) =>
            OfAny((await new AssignableReader(board.Database, board.Database.Access).ReadAsync(board.Id, actor)).Any()),
        ["CellPeopleReader.ReadAsync"] = async (board, actor) =>
            OfAny((await new CellPeopleReader(board.Database, board.Database.Access).ReadAsync(board.Id, actor)).Any()),
        ["AttachmentReader.FindAsync"] = async (board, actor) =>
        {
            await board.AddDetailsAsync(board.Owner);
            var reader = new AttachmentReader(board.Database, board.Database.Access, board.Database.Guests);
            return OfFound(await reader.FindAsync(TestBoard.PictureOf(await CardOfAsync(board)), actor, []));
        },
        ["AwayReader.ReadAsync"] = async (board, actor) =>
        {
            var bookmark = new BoardBookmark { PersonId = actor.PersonId, BoardId = board.Id };
            var reader = new AwayReader(board.Database, board.Database.Access, board.Database.Time);
            return OfFound(await reader.ReadAsync(actor, board.Id, bookmark));
        },
        ["BoardAccessReader.ReadAsync"] = async (board, actor) =>
            OfAny(
                (await new BoardAccessReader(board.Database, board.Database.Access).ReadAsync(board.Id, actor)).Any()
            ),
        ["BoardHistoryRegistry.ViewAsync"] = async (board, actor) =>
        {
            await using var registry = HistoryScene.RegistryOf(board.Database);
            await using var view = await registry.ViewAsync(board.Id, actor, _ => Task.CompletedTask, () => { });
            return OfFound(view);
        },
        ["BookmarkService.SetStarAsync"] = async (board, actor) =>
            Of((await Bookmarks(board.Database).SetStarAsync(actor, board.Id, isStarred: true)).Refusal),
        ["BookmarkService.VisitAsync"] = async (board, actor) =>
            Of((await Bookmarks(board.Database).VisitAsync(actor, board.Id, version: 1)).Refusal),
        ["CardReader.ReadAsync"] = async (board, actor) =>
        {
            var card = await CardOfAsync(board);
            return OfFound(
                await new CardReader(board.Database, board.Database.Access, board.Database.Guests).ReadAsync(
                    board.Id,
                    card,
                    actor
                )
            );
        },
        ["CardReader.ReadLinksAsync"] = async (board, actor) =>
        {
            var card = await CardOfAsync(board);
            var reader = new CardReader(board.Database, board.Database.Access, board.Database.Guests);
            return OfFound((object?)await reader.ReadLinksAsync(board.Id, card, actor));
        },
        ["CardTextAuthority.OpenAsync"] = async (board, actor) =>
        {
            await using var session = await board.Database.Texts.OpenAsync(
                actor,
                board.Id,
                await CardOfAsync(board),
                _ => Task.CompletedTask
            );
            return OfFound(session);
        },
        ["DashboardRegistry.ViewAsync"] = async (board, actor) =>
        {
            var role = await board.Database.Access.GetBoardRoleAsync(actor, board.Id);
            var dashboard = await board.AddDashboardAsync(BoardVisibility.Private);
            await dashboard.SetRoleAsync(actor, role);
            await using var numbers = DashboardScene.NumbersOf(board.Database);
            await using var registry = DashboardScene.RegistryOf(board.Database, numbers);
            await using var view = await registry.ViewAsync(dashboard.Id, actor, _ => Task.CompletedTask);
            return OfFound(view);
        },
        ["DashboardSources.ReadAsync"] = async (board, actor) =>
        {
            var role = await board.Database.Access.GetBoardRoleAsync(actor, board.Id);
            var dashboard = await board.AddDashboardAsync(BoardVisibility.Private);
            await dashboard.SetRoleAsync(actor, role);
            var sources = new DashboardSources(board.Database, board.Database.Access, board.Database.Guests);
            return OfFound((object?)await sources.ReadAsync(actor, dashboard.Id));
        },
        ["DraftService.KeepAsync"] = async (board, actor) =>
            Of((await Drafts(board.Database).KeepAsync(actor, board.Id, await CardOfAsync(board), Field, "x")).Refusal),
        ["DraftService.ReadAsync"] = async (board, actor) =>
        {
            var card = await CardOfAsync(board);
            await using (var db = board.Database.CreateDbContext())
            {
                db.CardDrafts.Add(
                    new CardDraft
                    {
                        PersonId = actor.PersonId,
                        CardId = card,
                        Field = Field,
                        Text = "x",
                        UpdatedAt = DateTime.UnixEpoch,
                    }
                );
                await db.SaveChangesAsync();
            }

            return OfFound(await Drafts(board.Database).ReadAsync(actor, board.Id, card, Field));
        },
        ["EarlierImports.FindAsync"] = async (board, actor) =>
        {
            await NoteImportAsync(board);
            var imports = new EarlierImports(board.Database, board.Database.Access);
            return OfAny((await imports.FindAsync(actor, board.WorkspaceId, Source)).Any());
        },
        ["GuestLinkService.CreateAsync"] = async (board, actor) =>
            Of((await board.Database.GuestLinks.CreateAsync(actor, board.Id, new GuestLinkWish())).Refusal),
        ["GuestLinkService.ListAsync"] = async (board, actor) =>
        {
            await board.Database.GuestLinks.CreateAsync(board.Owner, board.Id, new GuestLinkWish());
            return OfAny((await board.Database.GuestLinks.ListAsync(actor, board.Id)).Any());
        },
        ["GuestLinkService.WithdrawAsync"] = async (board, actor) =>
        {
            await board.Database.GuestLinks.CreateAsync(board.Owner, board.Id, new GuestLinkWish());
            var link = (await board.Database.GuestLinks.ListAsync(board.Owner, board.Id))[0];
            return Of((await board.Database.GuestLinks.WithdrawAsync(actor, link.Id)).Refusal);
        },
        ["LiveBoardRegistry.PeekAsync"] = async (board, actor) =>
            OfFound(await board.Database.Live.PeekAsync(board.Id, actor)),
        ["LiveBoardRegistry.SubscribeAsync"] = async (board, actor) =>
        {
            await using var hold = await board.Database.Live.SubscribeAsync(board.Id, actor, _ => Task.CompletedTask);
            return OfFound(hold);
        },
        ["NameableReader.ReadAsync"] = async (board, actor) =>
            OfAny((await new NameableReader(board.Database, board.Database.Access).ReadAsync(board.Id, actor)).Any()),
        ["RemovedPartsReader.ReadAsync"] = async (board, actor) =>
        {
            var card = await CardOfAsync(board);
            var add = new AddComment
            {
                BoardId = board.Id,
                CardId = card,
                Text = "x",
            };
            // Admins see what others took away; everybody else what they said themselves.
            var result = await board.Database.Commands.HandleAsync(add, actor);
            result = result.IsDone ? result : await board.Database.Commands.HandleAsync(add, board.Owner);
            await board.Database.Commands.HandleAsync(result.Undo!, result.IsDone ? actor : board.Owner);
            var parts = new RemovedPartsReader(board.Database, board.Database.Access);
            return OfAny((await parts.ReadAsync(board.Id, card, actor)).Any());
        },
        ["DescriptionHistory.ReadAsync"] = async (board, actor) =>
            OfFound((object?)await Histories(board).ReadAsync(board.Id, await CardOfAsync(board), actor)),
        ["DescriptionHistory.ReadTextsAsync"] = async (board, actor) =>
        {
            var card = await CardOfAsync(board);
            await board.DoAsync(
                new DescribeCard
                {
                    BoardId = board.Id,
                    CardId = card,
                    Description = "New",
                }
            );
            var change = (await Histories(board).ReadAsync(board.Id, card, board.Owner))!.Value[0];
            return OfFound(await Histories(board).ReadTextsAsync(board.Id, card, change.Id, actor));
        },
        ["WatchService.ReadAsync"] = async (board, actor) =>
            OfFound((object?)await board.Database.Watches.ReadAsync(actor, board.Id, await CardOfAsync(board))),
        ["WatchService.SetAsync"] = async (board, actor) =>
            Of((await board.Database.Watches.SetAsync(actor, board.Id, await CardOfAsync(board), isOn: true)).Refusal),
        ["RowReviewer.ReviewAsync"] = async (board, actor) =>
            OfFound(
                await new RowReviewer(board.Database, board.Database.Access).ReviewAsync(
                    board.Id,
                    actor,
                    new RowMapping
                    {
                        Targets = [RowTarget.Of(CellKind.Title)],
                        ColumnId = (await board.ReadAsync()).Columns[0].Id,
                    },
                    [new RowInput(2, ["New"])]
                )
            ),
        ["BoardTables.ReadAsync"] = async (board, actor) =>
            OfFound(
                await new BoardTables(board.Database, board.Database.Reader, board.Database.Access).ReadAsync(
                    board.Id,
                    actor
                )
            ),
        ["BoardTables.ReadWorkspaceAsync"] = async (board, actor) =>
            OfFound(
                await new BoardTables(board.Database, board.Database.Reader, board.Database.Access).ReadWorkspaceAsync(
                    board.WorkspaceId,
                    actor
                )
            ),
        ["ShelfReader.ReadAsync"] = async (board, actor) =>
            OfFound(await new ShelfReader(board.Database, board.Database.Access).ReadAsync(board.Id, actor)),
    };

    public static Task<string> AskAsync(string operation, TestBoard board, Actor actor) =>
        All.TryGetValue(operation, out var ask)
            ? ask(board, actor)
            : throw new InvalidOperationException($"How is {operation} asked for?");

    private static async Task NoteImportAsync(TestBoard board)
    {
        await using var db = board.Database.CreateDbContext([]);
        db.Activity.Add(
            new ActivityEntry
            {
                Id = Guid.CreateVersion7(),
                BoardId = board.Id,
                At = DateTime.UnixEpoch,
                ActorId = board.Owner.PersonId,
                Kind = ActivityKind.BoardImported,
                Before = Source,
            }
        );
        await db.SaveChangesAsync();
    }

    private static async Task<Guid> CardOfAsync(TestBoard board) => (await board.ReadAsync()).Columns[0].Cards[0].Id;

    private static DescriptionHistory Histories(TestBoard board) => new(board.Database, board.Database.Access);

    private static DraftService Drafts(TestDatabase database) =>
        new(database, database.Access, database.Writes, database.Refusals, database.Time);

    private static BookmarkService Bookmarks(TestDatabase database) =>
        new(database, database.Access, database.Writes, database.Refusals, database.Time);
}
