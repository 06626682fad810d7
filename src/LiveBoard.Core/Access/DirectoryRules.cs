using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Access;

/// <summary>Checks that several changes of the directory share.</summary>
public static class DirectoryRules
{
    /// <summary>The text as one line that can be stored and seen, or null when it cannot be a name.</summary>
    /// <param name="text">The text as given.</param>
    /// <param name="maxLength">Limit in UTF-16 units.</param>
    public static string? Line(string? text, int maxLength) =>
        text is not null
        && PlainText.IsStorable(text)
        && PlainText.ToLine(text) is var line
        && !PlainText.IsBlank(line)
        && line.Length <= maxLength
            ? line
            : null;

    /// <summary>To people outside a workspace it does not exist.</summary>
    internal static async Task<DirectoryRefusal?> RefuseUnlessMemberAsync(
        this AccessService access,
        LiveBoardDbContext db,
        Actor actor,
        Guid workspaceId,
        CancellationToken cancellationToken
    ) =>
        await access.GetWorkspaceRoleAsync(db, actor, workspaceId, cancellationToken) is null
            ? DirectoryRefusal.NotFound
            : null;

    /// <summary>To people outside a workspace it does not exist; members see it, but only owners may change it.</summary>
    internal static async Task<DirectoryRefusal?> RefuseUnlessOwnerAsync(
        this AccessService access,
        LiveBoardDbContext db,
        Actor actor,
        Guid workspaceId,
        CancellationToken cancellationToken
    ) =>
        await access.GetWorkspaceRoleAsync(db, actor, workspaceId, cancellationToken) switch
        {
            null => DirectoryRefusal.NotFound,
            WorkspaceRole.Owner => null,
            _ => DirectoryRefusal.NotAllowed,
        };
}
