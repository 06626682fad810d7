using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Cells;

/// <summary>Reads what a command's cells can name, in its unit of work.</summary>
internal static class CellWords
{
    public static async Task<CellVocabulary> ReadAsync(
        BoardCommandContext context,
        IReadOnlyCollection<Card> cards,
        CancellationToken cancellationToken
    )
    {
        var (db, boardId) = (context.Db, context.Board.Id);
        var columns = await db
            .Columns.AsNoTracking()
            .Where(c => c.BoardId == boardId)
            .OrderBy(c => c.Id)
            .ToListAsync(cancellationToken);
        var labels = await db.Labels.AsNoTracking().Where(l => l.BoardId == boardId).ToListAsync(cancellationToken);
        var fields = await db
            .CustomFields.AsNoTracking()
            .Where(f => f.BoardId == boardId && f.DeletedAt == null)
            .ToListAsync(cancellationToken);
        var people = await CellPeopleReader.ReadAsync(db, context.Board, cancellationToken);
        var strangers = cards
            .SelectMany(c => c.FieldValues.Select(v => v.PersonId).OfType<Guid>())
            .Except(people.Select(p => p.Id))
            .ToList();
        var others =
            strangers.Count == 0
                ? []
                : await db
                    .People.Where(p => EF.Parameter(strangers).Contains(p.Id))
                    .Select(p => new CellName(p.Id, p.Name, null))
                    .ToListAsync(cancellationToken);
        return new CellVocabulary(
            new NameBook(columns.Where(c => !c.IsArchived).Select(Of), columns.Select(Of)),
            new NameBook(labels.Select(l => CellVocabulary.Of(Snapshots.Of(l)))),
            new NameBook(people, others, isAliasWritten: false),
            fields.ToDictionary(f => f.Id, Snapshots.Of),
            context.Zone
        );
    }

    private static CellName Of(Column column) => new(column.Id, column.Name);
}
