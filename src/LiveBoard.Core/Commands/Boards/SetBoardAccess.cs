using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Boards;

/// <summary>Says who besides its members may open a board, and with what role.</summary>
public sealed record SetBoardAccess : BoardCommand
{
    /// <summary>Who.</summary>
    public required BoardVisibility Visibility { get; init; }

    /// <summary>Role of the workspace's members; below administrator.</summary>
    public required BoardRole WorkspaceRole { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Admin;

    /// <inheritdoc />
    internal override BoardKind? ForKind => null;

    /// <inheritdoc />
    internal override Task<Rejection?> ExecuteAsync(BoardCommandContext context, CancellationToken cancellationToken)
    {
        var board = context.Board;
        if (!Enum.IsDefined(Visibility) || WorkspaceRole is < BoardRole.Viewer or > BoardRole.Editor)
        {
            return Task.FromResult<Rejection?>(new Rejection(RejectionCode.ValueInvalid, "role"));
        }

        if (board.Visibility != Visibility || board.WorkspaceRole != WorkspaceRole)
        {
            context.Log(
                ActivityKind.BoardAccessChanged,
                before: $"{board.Visibility} {board.WorkspaceRole}",
                after: $"{Visibility} {WorkspaceRole}"
            );
            context.Audit(board.Id, $"{Visibility} {WorkspaceRole}");
            context.Undo = this with
            {
                CommandId = Guid.CreateVersion7(),
                Visibility = board.Visibility,
                WorkspaceRole = board.WorkspaceRole,
            };
            board.Visibility = Visibility;
            board.WorkspaceRole = WorkspaceRole;
        }

        return Task.FromResult<Rejection?>(null);
    }
}
