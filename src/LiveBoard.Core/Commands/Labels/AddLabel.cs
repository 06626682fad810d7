using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Labels;

/// <summary>Makes a label.</summary>
public sealed record AddLabel : BoardCommand
{
    /// <summary>Identity of the new label, made by whoever issues the command.</summary>
    public Guid LabelId { get; init; } = Guid.CreateVersion7();

    /// <summary>Its name; must not be empty.</summary>
    public required string Name { get; init; }

    /// <summary>Its colour.</summary>
    public required LabelColor Color { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Editor;

    /// <inheritdoc />
    internal override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        if (TextRules.Line(Name, Label.MaxNameLength, "name", out var name) is { } invalid)
        {
            return invalid;
        }

        if (!Enum.IsDefined(Color) || await context.Db.Labels.AnyAsync(l => l.Id == LabelId, cancellationToken))
        {
            return new Rejection(RejectionCode.ValueInvalid, "label");
        }

        if (await context.Db.Labels.CountAsync(l => l.BoardId == BoardId, cancellationToken) >= Label.MaxPerBoard)
        {
            return new Rejection(RejectionCode.TooMany, "labels");
        }

        context.Db.Labels.Add(
            new Label
            {
                Id = LabelId,
                BoardId = BoardId,
                Name = name,
                Color = Color,
            }
        );
        context.Log(ActivityKind.LabelCreated, after: name);
        context.Undo = new DeleteLabel { BoardId = BoardId, LabelId = LabelId };
        return null;
    }
}
