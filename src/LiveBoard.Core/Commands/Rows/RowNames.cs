using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Fields;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>What things are called, for the history: those of the board, and those that come with the rows.</summary>
internal sealed class RowNames(BoardSnapshot board, RowAdditions additions)
{
    public string? Column(Guid id) => board.FindColumn(id)?.Name ?? additions.Columns.Find(c => c.Id == id)?.Name;

    public string? Label(Guid id) =>
        board.Labels.GetValueOrDefault(id)?.Name ?? additions.Labels.Find(l => l.Id == id)?.Name;

    public string? Person(Guid id) => People.GetValueOrDefault(id) ?? board.People.GetValueOrDefault(id)?.Name;

    /// <summary>Names of people who may be given cards and have none yet.</summary>
    public required IReadOnlyDictionary<Guid, string> People { get; init; }

    /// <summary>A field's value in words, with the field's name; null for none.</summary>
    public string? Field(Guid fieldId, CustomFieldValue? value)
    {
        var field = board.Fields[fieldId];
        return value is null ? null
            : value.PersonId is { } person ? $"{field.Name}: {Person(person)}"
            : $"{field.Name}: {value.Value}";
    }
}
