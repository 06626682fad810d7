using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Columns;

/// <summary>Says where work stands in a column.</summary>
public sealed record SetColumnStage : ColumnCommand
{
    /// <summary>The stage.</summary>
    public required ColumnStage Stage { get; init; }

    private protected override Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Column column,
        CancellationToken cancellationToken
    )
    {
        if (!Enum.IsDefined(Stage))
        {
            return Task.FromResult<Rejection?>(new Rejection(RejectionCode.ValueInvalid, "stage"));
        }

        if (column.Stage != Stage)
        {
            context.Log(
                ActivityKind.ColumnStageSet,
                columnId: column.Id,
                before: column.Stage.ToString(),
                after: Stage.ToString()
            );
            context.Undo = this with { CommandId = Guid.CreateVersion7(), Stage = column.Stage };
            column.Stage = Stage;
        }

        return Task.FromResult<Rejection?>(null);
    }
}
