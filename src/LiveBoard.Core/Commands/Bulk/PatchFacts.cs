using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Bulk;

/// <summary>What patches refer to, as it is now. Reads only what is asked for, each in one statement.</summary>
internal sealed class PatchFacts
{
    public IReadOnlyDictionary<Guid, Column> Columns { get; private init; } = new Dictionary<Guid, Column>();

    public IReadOnlyDictionary<Guid, Label> Labels { get; private init; } = new Dictionary<Guid, Label>();

    public IReadOnlyDictionary<Guid, CustomField> Fields { get; private init; } = new Dictionary<Guid, CustomField>();

    /// <summary>Who may be given cards of the board.</summary>
    public IReadOnlyDictionary<Guid, Person> Welcome { get; private init; } = new Dictionary<Guid, Person>();

    /// <summary>Names of people in the history, of those who may not be given cards any more, too.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private init; } = new Dictionary<Guid, string>();

    public IReadOnlyDictionary<Guid, CardText> Texts { get; private init; } = new Dictionary<Guid, CardText>();

    public static async Task<PatchFacts> ReadAsync(
        BoardCommandContext context,
        IReadOnlyDictionary<Guid, Card> cards,
        IReadOnlyList<CardPatch> patches,
        CancellationToken cancellationToken
    )
    {
        var (db, boardId) = (context.Db, context.Board.Id);
        var columns = patches.Any(p => p.Place is not null || p.Shelf?.After == Cards.CardShelf.Board)
            ? await db
                .Columns.Where(c => c.BoardId == boardId && !c.IsArchived)
                .ToDictionaryAsync(c => c.Id, cancellationToken)
            : [];
        var labels = patches.Any(p => p.LabelsOn.Count + p.LabelsOff.Count > 0)
            ? await db.Labels.Where(l => l.BoardId == boardId).ToDictionaryAsync(l => l.Id, cancellationToken)
            : [];
        var fields = patches.Any(p => p.Fields.Count > 0)
            ? await db
                .CustomFields.Where(f => f.BoardId == boardId && f.DeletedAt == null)
                .ToDictionaryAsync(f => f.Id, cancellationToken)
            : [];
        var people = PeopleOf(patches).Distinct().ToList();
        var welcome =
            people.Count > 0
                ? await AssignablePeople
                    .Of(db, context.Board)
                    .Where(p => EF.Parameter(people).Contains(p.Id))
                    .ToDictionaryAsync(p => p.Id, cancellationToken)
                : [];
        var names =
            people.Count > welcome.Count
                ? await db
                    .People.Where(p => EF.Parameter(people).Contains(p.Id))
                    .ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken)
                : welcome.ToDictionary(p => p.Key, p => p.Value.Name);
        var described = patches.Where(p => p.Description is not null).Select(p => cards[p.CardId]).ToList();
        return new PatchFacts
        {
            Columns = columns,
            Labels = labels,
            Fields = fields,
            Welcome = welcome,
            Names = names,
            Texts = await CardBatch.ReadTextsAsync(context, described, cancellationToken),
        };
    }

    private static IEnumerable<Guid> PeopleOf(IReadOnlyList<CardPatch> patches) =>
        patches.SelectMany(p =>
            p.PeopleOn.Concat(p.PeopleOff)
                .Concat(p.Fields.Select(f => f.Before.PersonId).OfType<Guid>())
                .Concat(p.Fields.Select(f => f.After.PersonId).OfType<Guid>())
        );
}
