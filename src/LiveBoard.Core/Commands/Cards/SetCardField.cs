using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Fields;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>Gives a card a value of a custom field, or takes it away.</summary>
public sealed record SetCardField : CardCommand
{
    /// <summary>The field, of the same board.</summary>
    public required Guid FieldId { get; init; }

    /// <summary>The value in the field type's notation; empty for none.</summary>
    public string Value { get; init; } = "";

    /// <summary>The person, of a field that holds one; null for nobody.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What it was read as; when somebody changed it since, the command is rejected with what stands there. Null to overwrite.</summary>
    public FieldReading? ReadAs { get; init; }

    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    )
    {
        var field = await context.Db.CustomFields.SingleOrDefaultAsync(
            f => f.Id == FieldId && f.BoardId == BoardId && f.DeletedAt == null,
            cancellationToken
        );
        if (field is null)
        {
            return new Rejection(RejectionCode.FieldNotFound);
        }

        var before = FieldReading.Of(card, FieldId);
        var isPerson = field.Type == CustomFieldType.Person;
        var value = "";
        if (!isPerson && FieldValueRules.Check(Snapshots.Of(field), Value, out value) is { } invalid)
        {
            return invalid;
        }

        var after = isPerson ? new FieldReading("", PersonId) : new FieldReading(value, null);
        if (after == before)
        {
            return null;
        }

        if (ReadAs is { } read && read != before)
        {
            var current = await WordsAsync(context, field, before, cancellationToken);
            return new Rejection(RejectionCode.ChangedMeanwhile, field.Name, current);
        }

        if (after.PersonId is { } personId && !await IsWelcomeAsync(context, personId, cancellationToken))
        {
            return new Rejection(RejectionCode.PersonNotFound);
        }

        var words = (
            Before: await WordsAsync(context, field, before, cancellationToken),
            After: await WordsAsync(context, field, after, cancellationToken)
        );
        context.Undo = this with
        {
            CommandId = Guid.CreateVersion7(),
            Value = before.Value,
            PersonId = before.PersonId,
            ReadAs = after,
        };
        Put(context, card, field, after, words);
        return null;
    }

    /// <summary>Gives one card the value, which is another one than it has.</summary>
    internal static void Put(
        BoardCommandContext context,
        Card card,
        CustomField field,
        FieldReading after,
        (string? Before, string? After) words
    )
    {
        var (before, said) = (Named(field, words.Before), Named(field, words.After));
        context.Log(ActivityKind.CardFieldSet, card.Id, before: before, after: said);
        var row = card.FieldValues.SingleOrDefault(v => v.FieldId == field.Id);
        if (after == FieldReading.None)
        {
            card.FieldValues.Remove(row!);
            context.Db.CustomFieldValues.Remove(row!);
        }
        else if (row is not null)
        {
            (row.Value, row.PersonId) = (after.Value, after.PersonId);
        }
        else
        {
            card.FieldValues.Add(
                new CustomFieldValue
                {
                    CardId = card.Id,
                    FieldId = field.Id,
                    Value = after.Value,
                    PersonId = after.PersonId,
                }
            );
        }
    }

    private static Task<bool> IsWelcomeAsync(
        BoardCommandContext context,
        Guid personId,
        CancellationToken cancellationToken
    ) => AssignablePeople.Of(context.Db, context.Board).AnyAsync(p => p.Id == personId, cancellationToken);

    private static string? Named(CustomField field, string? words) => words is null ? null : $"{field.Name}: {words}";

    private static async Task<string?> WordsAsync(
        BoardCommandContext context,
        CustomField field,
        FieldReading value,
        CancellationToken cancellationToken
    ) =>
        value.PersonId is { } id
            ? await context.Db.People.Where(p => p.Id == id).Select(p => p.Name).SingleAsync(cancellationToken)
            : FieldValueRules.Words(field, value.Value);
}

/// <summary>What a field was when somebody read it.</summary>
/// <param name="Value">The value in the field type's notation; empty for none.</param>
/// <param name="PersonId">The person, if it holds one.</param>
public sealed record FieldReading(string Value, Guid? PersonId)
{
    /// <summary>No value.</summary>
    public static readonly FieldReading None = new("", null);

    /// <summary>What the field is on the card now.</summary>
    internal static FieldReading Of(Card card, Guid fieldId) =>
        card.FieldValues.SingleOrDefault(v => v.FieldId == fieldId) is { } row
            ? new FieldReading(row.Value, row.PersonId)
            : None;
}
