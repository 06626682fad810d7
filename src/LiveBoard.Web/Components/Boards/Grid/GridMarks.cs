using System.Collections.Immutable;
using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Grids;
using LiveBoard.Core.Live;

namespace LiveBoard.Web.Components.Boards.Grid;

/// <summary>Who else is in which cell at one moment.</summary>
internal sealed class GridMarks
{
    public static readonly GridMarks None = new(PresenceSnapshot.Nobody, Guid.Empty);

    private readonly PresenceSnapshot _here;
    private readonly ILookup<Guid, (string Column, PersonSnapshot Person)> _cells;

    private GridMarks(PresenceSnapshot here, Guid viewerId)
    {
        _here = here;
        _cells = here
            .People.Where(p => p.Person.Id != viewerId && p.Cell is not null)
            .ToLookup(p => p.Cell!.CardId, p => (p.Cell!.Column, p.Person));
    }

    /// <summary>The marks of another moment; these when nothing was told.</summary>
    public GridMarks Next(PresenceSnapshot here, Guid viewerId) =>
        ReferenceEquals(here, _here) ? this : new GridMarks(here, viewerId);

    /// <summary>One line for each mark of a row: the column's index, the person's colour, their name.</summary>
    public string? Of(Guid cardId, ImmutableArray<GridColumn> columns)
    {
        if (!_cells.Contains(cardId))
        {
            return null;
        }

        var lines = new List<string>();
        foreach (var (word, person) in _cells[cardId])
        {
            for (var i = 0; i < columns.Length; i++)
            {
                if (GridNotation.Of(columns[i].Cell) == word)
                {
                    lines.Add(string.Create(CultureInfo.InvariantCulture, $"{i} p{person.Color} {person.Name}"));
                }
            }
        }

        return lines.Count == 0 ? null : string.Join('\n', lines);
    }
}
