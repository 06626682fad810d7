using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>All that an import of rows will write, worked out before its turn to write: good for one version of the board.</summary>
internal sealed record RowPlan(RowReview Review) : IPreparedCommand
{
    /// <inheritdoc />
    public long Version => Review.Version;

    /// <summary>Cards and what goes with them.</summary>
    public BulkRows Bulk { get; init; } = new();

    /// <summary>How the cards were that are changed.</summary>
    public IReadOnlyList<CardBefore> Before { get; init; } = [];

    /// <summary>Number that the board's next card gets afterwards.</summary>
    public int NextCardNumber { get; init; }
}

/// <summary>What rows can change of a card, as it was.</summary>
/// <param name="CardId">The card.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">Its description.</param>
/// <param name="ColumnId">Its column.</param>
/// <param name="Position">Its place there.</param>
/// <param name="StartAt">Planned start.</param>
/// <param name="DueAt">Due.</param>
/// <param name="IsDueDone">Whether that was met.</param>
public sealed record CardBefore(
    Guid CardId,
    string Title,
    string Description,
    Guid ColumnId,
    string Position,
    DateTime? StartAt,
    DateTime? DueAt,
    bool IsDueDone
)
{
    /// <summary>Its labels.</summary>
    public required IReadOnlyList<Guid> LabelIds { get; init; }

    /// <summary>Whom it was assigned to.</summary>
    public required IReadOnlyList<Guid> AssigneeIds { get; init; }

    /// <summary>Its values of fields.</summary>
    public required IReadOnlyList<FieldValueSnapshot> Fields { get; init; }

    internal static CardBefore Of(Card card, string description) =>
        new(card.Id, card.Title, description, card.ColumnId, card.Position, card.StartAt, card.DueAt, card.IsDueDone)
        {
            LabelIds = [.. card.Labels.Select(l => l.LabelId)],
            AssigneeIds = [.. card.Assignees.Select(a => a.PersonId)],
            Fields = [.. card.FieldValues.Select(v => new FieldValueSnapshot(v.FieldId, v.Value, v.PersonId))],
        };
}
