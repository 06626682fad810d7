using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Commands.Rows;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Exchange;

/// <summary>
/// Boards as tables, in the notation that rows are imported in: what is exported comes back the same. Only what the actor
/// may read; no e-mail addresses. Thread-safe.
/// </summary>
public sealed class BoardTables(
    IDbContextFactory<LiveBoardDbContext> contexts,
    BoardReader reader,
    AccessService access,
    TimeZoneInfo? zone = null
)
{
    private const string BoardHeading = "Board";

    /// <summary>The cards of one board; null when the actor may not open it, or it holds none.</summary>
    public async Task<BoardTable?> ReadAsync(
        Guid boardId,
        Actor actor,
        CancellationToken cancellationToken = default
    ) =>
        await access.GetBoardRoleAsync(actor, boardId, cancellationToken) > BoardRole.None
        && await reader.ReadAsync(boardId, cancellationToken) is { Header.Kind: BoardKind.Kanban } board
            ? new BoardTable(board.Header.Name, Headings([board]), Rows(board, FieldNames([board])))
            : null;

    /// <summary>The cards of all boards of a workspace that the actor may open, archived boards left out; null when there are none.</summary>
    public async Task<BoardTable?> ReadWorkspaceAsync(
        Guid workspaceId,
        Actor actor,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var name = await db
            .Workspaces.Where(w => w.Id == workspaceId)
            .Select(w => w.Name)
            .SingleOrDefaultAsync(cancellationToken);
        var roles = await access.GetBoardRolesAsync(db, actor, cancellationToken);
        var ids = await db
            .Boards.Where(b => b.WorkspaceId == workspaceId && b.Kind == BoardKind.Kanban && !b.IsArchived)
            .OrderBy(b => b.Name)
            .ThenBy(b => b.Id)
            .Select(b => b.Id)
            .ToListAsync(cancellationToken);
        var boards = new List<BoardSnapshot>();
        foreach (var id in ids.Where(roles.ContainsKey))
        {
            boards.Add((await reader.ReadAsync(id, cancellationToken))!);
        }

        var fields = FieldNames(boards);
        return boards.Count == 0
            ? null
            : new BoardTable(
                name!,
                [BoardHeading, .. Headings(boards)],
                boards.SelectMany(b => Rows(b, fields).Select(row => (IReadOnlyList<string>)[b.Header.Name, .. row]))
            );
    }

    private static IReadOnlyList<string> Headings(IReadOnlyList<BoardSnapshot> boards) =>
        [.. RowGuess.Own.Select(o => o.Heading), .. FieldNames(boards)];

    /// <summary>Fields by name: those of different boards that are called the same are one column.</summary>
    private static List<string> FieldNames(IReadOnlyList<BoardSnapshot> boards) =>
        [.. boards.SelectMany(FieldsOf).Select(f => f.Name).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<FieldSnapshot> FieldsOf(BoardSnapshot board) =>
        board.Fields.Values.OrderBy(f => f.Position, StringComparer.Ordinal);

    private IEnumerable<IReadOnlyList<string>> Rows(BoardSnapshot board, List<string> fieldNames)
    {
        var people = board.People.Values.Select(p => new CellName(p.Id, p.Name));
        var words = CellVocabulary.Of(board, people, zone ?? TimeZoneInfo.Utc);
        var fields = fieldNames.ConvertAll(name => FieldsOf(board).FirstOrDefault(f => f.Name == name)?.Id);
        return board.Columns.SelectMany(column => column.Cards).Select(card => Row(card, fields, words));
    }

    private static IReadOnlyList<string> Row(CardSnapshot card, List<Guid?> fields, CellVocabulary words) =>
        [
            .. RowGuess.Own.Select(o =>
                o.Target.Kind == RowTargetKind.Number ? $"{card.Number}" : CellText.Write(card, o.Target.Cell, words)
            ),
            .. fields.Select(id => id is null ? "" : CellText.Write(card, new CellColumn(CellKind.Field, id), words)),
        ];
}

/// <summary>Cards as a table of texts.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Headings">The headings.</param>
/// <param name="Rows">The rows, made as they are asked for.</param>
public sealed record BoardTable(string Name, IReadOnlyList<string> Headings, IEnumerable<IReadOnlyList<string>> Rows);
