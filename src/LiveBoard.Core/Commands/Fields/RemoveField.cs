using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Fields;

/// <summary>Takes a field off the board, or brings it back with all that cards hold in it.</summary>
public sealed record RemoveField : FieldCommand
{
    /// <summary>False to bring it back.</summary>
    public bool IsRemoved { get; init; } = true;

    private protected override bool IsForRemoved => true;

    private protected override Rejection? Change(
        BoardCommandContext context,
        CustomField field,
        IReadOnlyList<CustomField> all
    )
    {
        if (field.DeletedAt is not null != IsRemoved)
        {
            field.DeletedAt = IsRemoved ? context.Now : null;
            context.Log(IsRemoved ? ActivityKind.FieldRemoved : ActivityKind.FieldRestored, after: field.Name);
            context.Undo = this with { CommandId = Guid.CreateVersion7(), IsRemoved = !IsRemoved };
        }

        return null;
    }
}
