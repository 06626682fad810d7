using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Fields;

/// <summary>Gives a field another name or other choices, or shows it on tiles. What cards hold stays as it is.</summary>
public sealed record ChangeField : FieldCommand
{
    /// <summary>The new name; must not be empty.</summary>
    public required string Name { get; init; }

    /// <summary>The new choices, see <see cref="AddField.Options"/>. A card keeps a choice that is none any more.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>True to show its values on tiles.</summary>
    public required bool IsOnTile { get; init; }

    private protected override Rejection? Change(
        BoardCommandContext context,
        CustomField field,
        IReadOnlyList<CustomField> all
    )
    {
        if (TextRules.Line(Name, CustomField.MaxNameLength, "name", out var name) is { } invalid)
        {
            return invalid;
        }

        if (FieldOptions.Check(field.Type, Options, out var options) is { } unfit)
        {
            return unfit;
        }

        if (field.Name != name || field.Options != options || field.IsOnTile != IsOnTile)
        {
            context.Log(ActivityKind.FieldChanged, before: field.Name, after: name);
            context.Undo = this with
            {
                CommandId = Guid.CreateVersion7(),
                Name = field.Name,
                Options = FieldNotation.ChoicesOf(field.Options),
                IsOnTile = field.IsOnTile,
            };
            (field.Name, field.Options, field.IsOnTile) = (name, options, IsOnTile);
        }

        return null;
    }
}
