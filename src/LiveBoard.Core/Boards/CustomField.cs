using System.Globalization;

namespace LiveBoard.Core.Boards;

/// <summary>A field that a board adds to its cards.</summary>
public sealed class CustomField
{
    /// <summary>Longest <see cref="Name"/>, in UTF-16 units.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Most fields of one board, those taken away included.</summary>
    public const int MaxPerBoard = 100;

    /// <summary>Most choices of one field.</summary>
    public const int MaxOptions = 100;

    /// <summary>Longest choice, in UTF-16 units.</summary>
    public const int MaxOptionLength = 500;

    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The board it belongs to.</summary>
    public required Guid BoardId { get; init; }

    /// <summary>Display name.</summary>
    public required string Name { get; set; }

    /// <summary>What its values are.</summary>
    public required CustomFieldType Type { get; init; }

    /// <summary>Order key among the board's fields.</summary>
    public required string Position { get; set; }

    /// <summary>Choices of a <see cref="CustomFieldType.Select"/>, one in each line, in order; otherwise empty.</summary>
    public string Options { get; set; } = "";

    /// <summary>True when tiles show the card's value.</summary>
    public bool IsOnTile { get; set; }

    /// <summary>When it was taken away, UTC; null while it is there. The cards keep their values.</summary>
    public DateTime? DeletedAt { get; set; }
}

/// <summary>How a field's choices and dates are written down.</summary>
public static class FieldNotation
{
    /// <summary>The choices, in order.</summary>
    /// <param name="options">One in each line; see <see cref="CustomField.Options"/>.</param>
    public static IReadOnlyList<string> ChoicesOf(string options) => options.Length == 0 ? [] : options.Split('\n');

    /// <summary>The moment that a <see cref="CustomFieldType.Date"/> holds, UTC; null for what is none.</summary>
    public static DateTime? DateOf(string value) =>
        DateTime.TryParse(
            value,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? at
            : null;

    /// <summary>A moment as a <see cref="CustomFieldType.Date"/> holds it.</summary>
    public static string Of(DateTime at) => at.ToString("O", CultureInfo.InvariantCulture);
}

/// <summary>What the values of a custom field are.</summary>
public enum CustomFieldType
{
    /// <summary>Any text.</summary>
    Text = 0,

    /// <summary>A decimal number, invariant notation.</summary>
    Number = 1,

    /// <summary>A date and time, ISO 8601 in UTC.</summary>
    Date = 2,

    /// <summary>One of a list of choices, stored by its words.</summary>
    Select = 3,

    /// <summary>"true" or "false".</summary>
    Checkbox = 4,

    /// <summary>Somebody who may be given cards of the board, see <see cref="CustomFieldValue.PersonId"/>.</summary>
    Person = 5,

    /// <summary>An absolute http or https address.</summary>
    Link = 6,
}

/// <summary>A card's value of a custom field.</summary>
public sealed class CustomFieldValue
{
    /// <summary>Longest <see cref="Value"/>, in UTF-16 units.</summary>
    public const int MaxLength = 2000;

    /// <summary>The card.</summary>
    public required Guid CardId { get; init; }

    /// <summary>The field, of the same board.</summary>
    public required Guid FieldId { get; init; }

    /// <summary>The value in the field type's notation; empty for a person.</summary>
    public required string Value { get; set; }

    /// <summary>The person, of a <see cref="CustomFieldType.Person"/>.</summary>
    public Guid? PersonId { get; set; }
}
