using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Commands.Fields;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>What was done to a card, for its history.</summary>
internal sealed record RowNote(ActivityKind Kind, string? Before = null, string? After = null)
{
    /// <summary>Where the card was.</summary>
    public CardPlace? From { get; init; }

    /// <summary>Where it is now.</summary>
    public CardPlace? To { get; init; }

    /// <summary>The label or person it is about.</summary>
    public Guid? SubjectId { get; init; }
}

/// <summary>Changes a card as a row says, and tells each change as it would be told if somebody did it by hand.</summary>
internal static class RowCard
{
    public static IEnumerable<RowNote> Change(Card card, RowDeed deed, RowNames names) =>
        [
            .. Title(card, deed),
            .. Dates(card, deed),
            .. Labels(card, deed[CellKind.Labels]?.Ids, names),
            .. People(card, deed[CellKind.Assignees]?.Ids, names),
            .. Fields(card, deed, names),
        ];

    /// <summary>Gives a card a field's value, or takes it away.</summary>
    public static void Put(Card card, Guid fieldId, CellValue value)
    {
        if (card.FieldValues.FirstOrDefault(v => v.FieldId == fieldId) is { } old)
        {
            card.FieldValues.Remove(old);
        }

        if (value.Text.Length > 0 || value.Ids.Count > 0)
        {
            card.FieldValues.Add(
                new CustomFieldValue
                {
                    CardId = card.Id,
                    FieldId = fieldId,
                    Value = value.Text,
                    PersonId = value.Ids.Count > 0 ? value.Ids[0] : null,
                }
            );
        }
    }

    private static IEnumerable<RowNote> Title(Card card, RowDeed deed)
    {
        if (deed[CellKind.Title] is { } title && title.Text != card.Title)
        {
            yield return new RowNote(ActivityKind.CardRenamed, card.Title, title.Text);
            card.Title = title.Text;
        }
    }

    private static IEnumerable<RowNote> Dates(Card card, RowDeed deed)
    {
        if (deed[CellKind.Start] is { } start && start.At != card.StartAt)
        {
            yield return new RowNote(
                ActivityKind.CardStartSet,
                DateRules.Words(card.StartAt),
                DateRules.Words(start.At)
            );
            card.StartAt = start.At;
        }

        var due = deed[CellKind.Due] is { } given ? given.At : card.DueAt;
        var isDone = due is not null && (deed[CellKind.Done]?.IsOn ?? card.IsDueDone);
        if (due != card.DueAt || isDone != card.IsDueDone)
        {
            yield return new RowNote(
                due == card.DueAt ? ActivityKind.CardDueDone : ActivityKind.CardDueSet,
                DueWords(card.DueAt, card.IsDueDone),
                DueWords(due, isDone)
            );
            (card.DueAt, card.IsDueDone) = (due, isDone);
        }
    }

    private static IEnumerable<RowNote> Labels(Card card, IReadOnlyList<Guid>? wanted, RowNames names)
    {
        foreach (var label in card.Labels.Where(l => wanted?.Contains(l.LabelId) == false).ToList())
        {
            card.Labels.Remove(label);
            yield return new RowNote(ActivityKind.CardUnlabelled, After: names.Label(label.LabelId))
            {
                SubjectId = label.LabelId,
            };
        }

        foreach (var id in (wanted ?? []).Except(card.Labels.Select(l => l.LabelId)).ToList())
        {
            card.Labels.Add(new CardLabel { CardId = card.Id, LabelId = id });
            yield return new RowNote(ActivityKind.CardLabelled, After: names.Label(id)) { SubjectId = id };
        }
    }

    private static IEnumerable<RowNote> People(Card card, IReadOnlyList<Guid>? wanted, RowNames names)
    {
        foreach (var person in card.Assignees.Where(a => wanted?.Contains(a.PersonId) == false).ToList())
        {
            card.Assignees.Remove(person);
            yield return new RowNote(ActivityKind.CardUnassigned, After: names.Person(person.PersonId))
            {
                SubjectId = person.PersonId,
            };
        }

        foreach (var id in (wanted ?? []).Except(card.Assignees.Select(a => a.PersonId)).ToList())
        {
            card.Assignees.Add(new CardAssignee { CardId = card.Id, PersonId = id });
            yield return new RowNote(ActivityKind.CardAssigned, After: names.Person(id)) { SubjectId = id };
        }
    }

    private static IEnumerable<RowNote> Fields(Card card, RowDeed deed, RowNames names)
    {
        foreach (var (column, value) in deed.Values.Where(v => v.Key.Kind == CellKind.Field))
        {
            var fieldId = column.FieldId!.Value;
            var before = names.Field(fieldId, card.FieldValues.FirstOrDefault(v => v.FieldId == fieldId));
            Put(card, fieldId, value);
            var after = names.Field(fieldId, card.FieldValues.FirstOrDefault(v => v.FieldId == fieldId));
            if (before != after)
            {
                yield return new RowNote(ActivityKind.CardFieldSet, before, after);
            }
        }
    }

    private static string? DueWords(DateTime? due, bool isDone) =>
        due is null ? null : DateRules.Words(due) + (isDone ? " done" : "");
}
