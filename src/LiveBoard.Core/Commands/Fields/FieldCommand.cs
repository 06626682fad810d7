using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Fields;

/// <summary>A wish about one custom field of a board. One that was taken away is there for whoever brings it back, and for nobody else.</summary>
public abstract record FieldCommand : BoardCommand
{
    /// <summary>The field.</summary>
    public required Guid FieldId { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Editor;

    private protected virtual bool IsForRemoved => false;

    /// <inheritdoc />
    internal sealed override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        // All of the board: a place among them is found by looking at the others.
        var all = await context.Db.CustomFields.Where(f => f.BoardId == BoardId).ToListAsync(cancellationToken);
        return all.Find(f => f.Id == FieldId) is { } field && (field.DeletedAt is null || IsForRemoved)
            ? Change(context, field, all)
            : new Rejection(RejectionCode.FieldNotFound);
    }

    private protected abstract Rejection? Change(
        BoardCommandContext context,
        CustomField field,
        IReadOnlyList<CustomField> all
    );
}
