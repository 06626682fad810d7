using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>Guesses from a file's headings what its columns are: what this product writes itself, and what other tools call it. There to be corrected.</summary>
public static class RowGuess
{
    /// <summary>Heading of the card's number.</summary>
    public const string Number = "Number";

    /// <summary>The headings that this product writes.</summary>
    public static readonly IReadOnlyList<(string Heading, RowTarget Target)> Own =
    [
        (Number, RowTarget.Number),
        (nameof(CellKind.Title), RowTarget.Of(CellKind.Title)),
        (nameof(CellKind.Description), RowTarget.Of(CellKind.Description)),
        (nameof(CellKind.Column), RowTarget.Of(CellKind.Column)),
        (nameof(CellKind.Labels), RowTarget.Of(CellKind.Labels)),
        (nameof(CellKind.Assignees), RowTarget.Of(CellKind.Assignees)),
        (nameof(CellKind.Start), RowTarget.Of(CellKind.Start)),
        (nameof(CellKind.Due), RowTarget.Of(CellKind.Due)),
        (nameof(CellKind.Done), RowTarget.Of(CellKind.Done)),
    ];

    private static readonly Dictionary<string, RowTarget> OwnByName = Own.ToDictionary(
        o => o.Heading,
        o => o.Target,
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly Dictionary<string, RowTarget> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["No"] = RowTarget.Number,
        ["#"] = RowTarget.Number,
        ["Card number"] = RowTarget.Number,
        ["Name"] = RowTarget.Of(CellKind.Title),
        ["Card"] = RowTarget.Of(CellKind.Title),
        ["Card name"] = RowTarget.Of(CellKind.Title),
        ["Task"] = RowTarget.Of(CellKind.Title),
        ["Summary"] = RowTarget.Of(CellKind.Title),
        ["Subject"] = RowTarget.Of(CellKind.Title),
        ["Card description"] = RowTarget.Of(CellKind.Description),
        ["Details"] = RowTarget.Of(CellKind.Description),
        ["Notes"] = RowTarget.Of(CellKind.Description),
        ["Body"] = RowTarget.Of(CellKind.Description),
        ["List"] = RowTarget.Of(CellKind.Column),
        ["List name"] = RowTarget.Of(CellKind.Column),
        ["Status"] = RowTarget.Of(CellKind.Column),
        ["State"] = RowTarget.Of(CellKind.Column),
        ["Lane"] = RowTarget.Of(CellKind.Column),
        ["Label"] = RowTarget.Of(CellKind.Labels),
        ["Tags"] = RowTarget.Of(CellKind.Labels),
        ["Assignee"] = RowTarget.Of(CellKind.Assignees),
        ["Assigned to"] = RowTarget.Of(CellKind.Assignees),
        ["Members"] = RowTarget.Of(CellKind.Assignees),
        ["Owner"] = RowTarget.Of(CellKind.Assignees),
        ["Start date"] = RowTarget.Of(CellKind.Start),
        ["Due date"] = RowTarget.Of(CellKind.Due),
        ["Deadline"] = RowTarget.Of(CellKind.Due),
        ["Due complete"] = RowTarget.Of(CellKind.Done),
        ["Complete"] = RowTarget.Of(CellKind.Done),
    };

    /// <summary>A target for each heading, each target once: what is written here itself, else a field of that name, else what others call it.</summary>
    public static IReadOnlyList<RowTarget> Of(IReadOnlyList<string> headings, IEnumerable<FieldSnapshot> fields)
    {
        var byName = fields.ToLookup(f => f.Name, f => f.Id, StringComparer.OrdinalIgnoreCase);
        var taken = new HashSet<RowTarget>();
        var targets = new List<RowTarget>();
        foreach (var heading in headings.Select(h => h.Trim()))
        {
            RowTarget[] wishes =
            [
                OwnByName.GetValueOrDefault(heading),
                .. byName[heading].Select(id => RowTarget.Of(CellKind.Field, id)),
                Known.GetValueOrDefault(heading),
            ];
            targets.Add(wishes.FirstOrDefault(w => w.Kind != RowTargetKind.Ignored && taken.Add(w)));
        }

        return targets;
    }
}
