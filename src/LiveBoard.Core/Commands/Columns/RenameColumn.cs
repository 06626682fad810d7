using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Columns;

/// <summary>Gives a column another name.</summary>
public sealed record RenameColumn : ColumnCommand
{
    /// <summary>The new name.</summary>
    public required string Name { get; init; }

    private protected override Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Column column,
        CancellationToken cancellationToken
    )
    {
        var invalid = TextRules.Line(Name, Column.MaxNameLength, "name", out var name);
        if (invalid is null && column.Name != name)
        {
            context.Log(ActivityKind.ColumnRenamed, columnId: column.Id, before: column.Name, after: name);
            context.Undo = this with { CommandId = Guid.CreateVersion7(), Name = column.Name };
            column.Name = name;
        }

        return Task.FromResult(invalid);
    }
}
