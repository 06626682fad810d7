using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Labels;

/// <summary>Gives a label another name and colour.</summary>
public sealed record ChangeLabel : BoardCommand
{
    /// <summary>The label.</summary>
    public required Guid LabelId { get; init; }

    /// <summary>The new name; may be empty, then the colour stands alone.</summary>
    public required string Name { get; init; }

    /// <summary>The new colour.</summary>
    public required LabelColor Color { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Editor;

    /// <inheritdoc />
    internal override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        var label = await context.Db.Labels.SingleOrDefaultAsync(
            l => l.Id == LabelId && l.BoardId == BoardId,
            cancellationToken
        );
        if (label is null)
        {
            return new Rejection(RejectionCode.LabelNotFound);
        }

        var name = "";
        if (Name.Length > 0 && TextRules.Line(Name, Label.MaxNameLength, "name", out name) is { } invalid)
        {
            return invalid;
        }

        if (!Enum.IsDefined(Color))
        {
            return new Rejection(RejectionCode.ValueInvalid, "colour");
        }

        if (label.Name != name || label.Color != Color)
        {
            context.Log(ActivityKind.LabelChanged, before: label.Name, after: name);
            context.Undo = this with { CommandId = Guid.CreateVersion7(), Name = label.Name, Color = label.Color };
            label.Name = name;
            label.Color = Color;
        }

        return null;
    }
}
