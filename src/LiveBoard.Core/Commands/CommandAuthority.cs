using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Commands;

/// <summary>Asks the access service on behalf of one command's actor, inside its unit of work.</summary>
internal sealed class CommandAuthority(AccessService access, LiveBoardDbContext db, Actor actor)
{
    public Task<BoardRole> OnBoardAsync(Guid boardId, CancellationToken cancellationToken) =>
        access.GetBoardRoleAsync(db, actor, boardId, cancellationToken);

    /// <summary>Members of a workspace may make boards in it; to others it does not exist.</summary>
    public async Task<BoardRole> OnNewBoardAsync(Guid workspaceId, CancellationToken cancellationToken) =>
        await access.GetWorkspaceRoleAsync(db, actor, workspaceId, cancellationToken) is null
            ? BoardRole.None
            : BoardRole.Admin;
}
