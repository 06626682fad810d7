using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// Stars and visits: what one person keeps about boards. Only about boards that they may open; any other is answered
/// as if there were none. Thread-safe; lives as long as the application.
/// </summary>
public sealed class BookmarkService(
    IDbContextFactory<LiveBoardDbContext> contexts,
    AccessService access,
    WriteQueue writes,
    RefusalLog refusals,
    TimeProvider time
)
{
    private static readonly TimeSpan VisitGap = TimeSpan.FromMinutes(2);

    private readonly DirectoryWriter _writer = new(contexts, writes, refusals, time);

    /// <summary>Stars a board, or takes the star away.</summary>
    public Task<DirectoryResult> SetStarAsync(
        Actor actor,
        Guid boardId,
        bool isStarred,
        CancellationToken cancellationToken = default
    ) => ChangeAsync(actor, boardId, "SetStar", bookmark => bookmark.IsStarred = isStarred, cancellationToken);

    /// <summary>Notes that the person looks at the board now, and how much of it they have seen.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="boardId">The board.</param>
    /// <param name="version">The version that they see; what another page of theirs has shown already stays seen.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public Task<DirectoryResult> VisitAsync(
        Actor actor,
        Guid boardId,
        long version,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            actor,
            boardId,
            "Visit",
            bookmark =>
            {
                bookmark.LastVisitedAt = time.GetUtcNow().UtcDateTime;
                bookmark.LastSeenVersion = Math.Max(version, bookmark.LastSeenVersion ?? 0);
            },
            cancellationToken
        );

    /// <summary>
    /// What the person keeps about the board, not tracked; an empty one when there is nothing. Says nothing about boards
    /// that they may not open.
    /// </summary>
    public async Task<BoardBookmark> ReadAsync(Actor actor, Guid boardId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db
                .BoardBookmarks.AsNoTracking()
                .SingleOrDefaultAsync(b => b.PersonId == actor.PersonId && b.BoardId == boardId, cancellationToken)
            ?? new BoardBookmark { PersonId = actor.PersonId, BoardId = boardId };
    }

    /// <summary>True when a visit now is worth a write: "recent" does not need to know the minute.</summary>
    public bool IsVisitWorthNoting(BoardBookmark bookmark) =>
        bookmark.LastVisitedAt is not { } last || time.GetUtcNow().UtcDateTime - last >= VisitGap;

    /// <summary>True when leaving now is worth a write: what was seen since the last one is not news at the next visit.</summary>
    public bool IsLeavingWorthNoting(BoardBookmark bookmark, long version) =>
        (bookmark.LastSeenVersion ?? 0) < version || IsVisitWorthNoting(bookmark);

    private Task<DirectoryResult> ChangeAsync(
        Actor actor,
        Guid boardId,
        string what,
        Action<BoardBookmark> change,
        CancellationToken cancellationToken
    ) =>
        _writer.WriteAsync(
            actor,
            new AuditNote(what) { IsKept = false },
            async db =>
            {
                if (await access.GetBoardRoleAsync(db, actor, boardId, cancellationToken) == BoardRole.None)
                {
                    return DirectoryRefusal.NotFound;
                }

                var bookmark = await db.BoardBookmarks.SingleOrDefaultAsync(
                    b => b.PersonId == actor.PersonId && b.BoardId == boardId,
                    cancellationToken
                );
                if (bookmark is null)
                {
                    bookmark = new BoardBookmark { PersonId = actor.PersonId, BoardId = boardId };
                    db.BoardBookmarks.Add(bookmark);
                }

                change(bookmark);
                return null;
            },
            cancellationToken
        );
}
