using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Data;

/// <summary>Turns stored rows into what viewers see. The one mapping, used by reader and interceptor alike, so that both say the same.</summary>
internal static class Snapshots
{
    public static BoardHeader Of(Board board) =>
        new(
            board.Id,
            board.WorkspaceId,
            board.Name,
            board.Description,
            board.Visibility,
            board.WorkspaceRole,
            board.IsArchived,
            board.Kind
        );

    public static ColumnSnapshot Of(Column column) =>
        new(column.Id, column.Name, column.Position, column.WipLimit, column.IsWipLimitHard, column.Stage, Cards: []);

    public static LabelSnapshot Of(Label label) => new(label.Id, label.Name, label.Color);

    public static PersonSnapshot Of(Person person) => new(person.Id, person.Name, person.Color, person.IsPlaceholder);

    public static CardSnapshot Of(Card card) =>
        Of(
            card,
            Sorted(card.Labels.Select(l => l.LabelId)),
            Sorted(card.Assignees.Select(a => a.PersonId)),
            Sorted(card.FieldValues),
            Sorted(card.IncomingLinks.Where(l => l.Kind == CardLinkKind.Blocks).Select(l => l.FromCardId))
        );

    public static CardSnapshot Of(
        Card card,
        ImmutableArray<Guid> labelIds,
        ImmutableArray<Guid> assigneeIds,
        ImmutableArray<FieldValueSnapshot> fieldValues,
        ImmutableArray<Guid> blockerIds
    ) =>
        new(
            card.Id,
            card.Number,
            card.ColumnId,
            card.Position,
            card.Title,
            card.Description,
            card.StartAt,
            card.DueAt,
            card.IsDueDone,
            card.Cover,
            card.CoverAttachmentId,
            card.ReminderMinutes,
            labelIds,
            assigneeIds,
            fieldValues,
            blockerIds,
            card.ChecklistDone,
            card.ChecklistTotal,
            card.CommentCount,
            card.AttachmentCount,
            card.CreatedAt,
            card.Version
        );

    public static FieldSnapshot Of(CustomField field) =>
        new(field.Id, field.Name, field.Type, field.Position, field.Options, field.IsOnTile);

    public static WidgetSnapshot Of(Widget widget) =>
        new(
            widget.Id,
            widget.Kind,
            widget.Title,
            widget.Place,
            WidgetSettings.OfStored(widget.Settings),
            widget.Version
        );

    public static ImmutableArray<FieldValueSnapshot> Sorted(IEnumerable<CustomFieldValue> values) =>
        [.. values.OrderBy(v => v.FieldId).Select(v => new FieldValueSnapshot(v.FieldId, v.Value, v.PersonId))];

    public static ImmutableArray<Guid> Sorted(IEnumerable<Guid> ids) => [.. ids.Order()];
}
