using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Cells;

/// <summary>What the texts of a board's cells can name, and whose clock their dates are told by. Immutable and thread-safe.</summary>
/// <param name="Columns">The board's columns that are not archived, in order.</param>
/// <param name="Labels">Its labels; one without a name, or with the name of another, goes by its colour, too.</param>
/// <param name="People">Who may be given its cards, by name or e-mail address; others on its cards can be written only.</param>
/// <param name="Fields">Its custom fields by id.</param>
/// <param name="Zone">The time zone that days and times of day are of.</param>
public sealed record CellVocabulary(
    NameBook Columns,
    NameBook Labels,
    NameBook People,
    IReadOnlyDictionary<Guid, FieldSnapshot> Fields,
    TimeZoneInfo Zone
)
{
    /// <summary>Of a board that is open.</summary>
    /// <param name="board">The board.</param>
    /// <param name="people">Who may be given its cards, see <see cref="CellPeopleReader"/>.</param>
    /// <param name="zone">The instance's time zone.</param>
    public static CellVocabulary Of(BoardSnapshot board, IEnumerable<CellName> people, TimeZoneInfo zone) =>
        new(
            new NameBook(board.Columns.Select(c => new CellName(c.Id, c.Name))),
            new NameBook(board.Labels.Values.OrderBy(l => l.Name, StringComparer.Ordinal).Select(Of)),
            new NameBook(people, board.People.Values.Select(p => new CellName(p.Id, p.Name)), isAliasWritten: false),
            board.Fields,
            zone
        );

    internal static CellName Of(LabelSnapshot label) =>
        new(label.Id, label.Name, $"{label.Name} ({label.Color})".Trim());
}
