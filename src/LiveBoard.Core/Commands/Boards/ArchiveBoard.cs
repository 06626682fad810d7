using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Boards;

/// <summary>Puts a board away, read-only, or brings it back.</summary>
public sealed record ArchiveBoard : BoardCommand
{
    /// <summary>True to put away, false to bring back.</summary>
    public required bool IsArchived { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Admin;

    /// <inheritdoc />
    internal override BoardKind? ForKind => null;

    /// <inheritdoc />
    internal override bool IsForArchivedBoard => true;

    /// <inheritdoc />
    internal override Task<Rejection?> ExecuteAsync(BoardCommandContext context, CancellationToken cancellationToken)
    {
        var board = context.Board;
        if (board.IsArchived != IsArchived)
        {
            board.IsArchived = IsArchived;
            context.Log(IsArchived ? ActivityKind.BoardArchived : ActivityKind.BoardRestored, after: board.Name);
            context.Audit(board.Id, IsArchived ? "Archived" : "Restored");
            context.Undo = this with { CommandId = Guid.CreateVersion7(), IsArchived = !IsArchived };
        }

        return Task.FromResult<Rejection?>(null);
    }
}
