using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// Decides who may have an attached file: whoever may see the card that it is on. Asked for every file, as what a page
/// once showed gives no right to it. Thread-safe; lives as long as the application.
/// </summary>
public sealed class AttachmentReader(
    IDbContextFactory<LiveBoardDbContext> contexts,
    AccessService access,
    GuestAccess guests
)
{
    /// <summary>The file; null when it is not there, was taken away, or is none of the asker's business.</summary>
    /// <param name="attachmentId">The attachment.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="passes">The links for guests that the asker has opened.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<AttachedFile?> FindAsync(
        Guid attachmentId,
        Actor actor,
        IReadOnlyCollection<GuestPass> passes,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (
            from attachment in db.Attachments.AsNoTracking()
            where attachment.Id == attachmentId && attachment.FileId != null && attachment.DeletedAt == null
            join card in db.Cards on attachment.CardId equals card.Id
            select new
            {
                card.BoardId,
                attachment,
                IsOnBoard = !card.IsArchived && card.DeletedAt == null,
            }
        ).SingleOrDefaultAsync(cancellationToken);
        return
            found is not null
            && (
                await access.GetBoardRoleAsync(db, actor, found.BoardId, cancellationToken) > BoardRole.None
                || (found.IsOnBoard && await IsOpenToAsync(db, passes, found.BoardId, cancellationToken))
            )
            ? new AttachedFile(
                found.attachment.FileId!.Value,
                found.attachment.Name,
                found.attachment.MediaType ?? "",
                found.attachment.Width is not null
            )
            : null;
    }

    private async Task<bool> IsOpenToAsync(
        LiveBoardDbContext db,
        IReadOnlyCollection<GuestPass> passes,
        Guid boardId,
        CancellationToken cancellationToken
    )
    {
        var opened = passes.Select(p => p.LinkId).ToList();
        if (opened.Count == 0)
        {
            return false;
        }

        var links = await db
            .GuestLinks.Where(l => opened.Contains(l.Id) && l.BoardId == boardId)
            .Select(l => l.Id)
            .ToListAsync(cancellationToken);
        foreach (var link in links)
        {
            if (await guests.FindAsync(db, new GuestPass(link), cancellationToken) is not null)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>An attached file that may be handed out.</summary>
/// <param name="FileId">Key of the stored file.</param>
/// <param name="Name">What it is called.</param>
/// <param name="MediaType">Type as the content says; may be empty.</param>
/// <param name="IsPicture">True when there is a preview.</param>
public sealed record AttachedFile(Guid FileId, string Name, string MediaType, bool IsPicture);
