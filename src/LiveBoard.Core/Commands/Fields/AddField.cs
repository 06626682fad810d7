using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Fields;

/// <summary>Gives a board's cards another field, after the others.</summary>
public sealed record AddField : BoardCommand
{
    /// <summary>Identity of the new field, made by whoever issues the command.</summary>
    public Guid FieldId { get; init; } = Guid.CreateVersion7();

    /// <summary>Its name; must not be empty.</summary>
    public required string Name { get; init; }

    /// <summary>What its values are; stays for good.</summary>
    public required CustomFieldType Type { get; init; }

    /// <summary>Its choices, in order; of a <see cref="CustomFieldType.Select"/> at least one, of others none.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>True to show its values on tiles.</summary>
    public bool IsOnTile { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Editor;

    /// <inheritdoc />
    internal override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        if (TextRules.Line(Name, CustomField.MaxNameLength, "name", out var name) is { } invalid)
        {
            return invalid;
        }

        if (FieldOptions.Check(Type, Options, out var options) is { } unfit)
        {
            return unfit;
        }

        if (!Enum.IsDefined(Type) || await context.Db.CustomFields.AnyAsync(f => f.Id == FieldId, cancellationToken))
        {
            return new Rejection(RejectionCode.ValueInvalid, "field");
        }

        var keys = await context
            .Db.CustomFields.Where(f => f.BoardId == BoardId)
            .Select(f => f.Position)
            .ToListAsync(cancellationToken);
        if (keys.Count >= CustomField.MaxPerBoard)
        {
            return new Rejection(RejectionCode.TooMany, "fields");
        }

        context.Db.CustomFields.Add(
            new CustomField
            {
                Id = FieldId,
                BoardId = BoardId,
                Name = name,
                Type = Type,
                Position = CardPosition.Between(keys.Max(StringComparer.Ordinal), null),
                Options = options,
                IsOnTile = IsOnTile,
            }
        );
        context.Log(ActivityKind.FieldCreated, after: name);
        context.Undo = new RemoveField { BoardId = BoardId, FieldId = FieldId };
        return null;
    }
}
