using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>What was taken away from a card and can be brought back by whoever asks. Thread-safe.</summary>
public sealed class RemovedPartsReader(IDbContextFactory<LiveBoardDbContext> contexts, AccessService access)
{
    /// <summary>Most of them that are read, the last ones taken away.</summary>
    public const int MaxCount = 100;

    private const int ShownLength = 200;

    /// <summary>The parts, those taken away last first; none for whoever may not bring them back.</summary>
    public async Task<ImmutableArray<RemovedPart>> ReadAsync(
        Guid boardId,
        Guid cardId,
        Actor actor,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var role = await access.GetBoardRoleAsync(db, actor, boardId, cancellationToken);
        if (
            role < BoardRole.Editor
            || !await db.Cards.AnyAsync(c => c.Id == cardId && c.BoardId == boardId, cancellationToken)
        )
        {
            return [];
        }

        // Nobody but admins brings back what somebody else said.
        var isAdmin = role >= BoardRole.Admin;
        var comments = db
            .Comments.Where(c => c.CardId == cardId && c.DeletedAt != null)
            .Where(c => isAdmin || c.AuthorId == actor.PersonId)
            .Select(c => new RemovedPart(
                RemovedPartKind.Comment,
                c.Id,
                c.Text.Substring(0, ShownLength),
                c.DeletedAt!.Value
            ));
        var lists = db
            .Checklists.Where(c => c.CardId == cardId && c.DeletedAt != null)
            .Select(c => new RemovedPart(RemovedPartKind.Checklist, c.Id, c.Name, c.DeletedAt!.Value));
        var items = db
            .ChecklistItems.Where(i => i.DeletedAt != null)
            .Where(i => db.Checklists.Any(c => c.Id == i.ChecklistId && c.CardId == cardId && c.DeletedAt == null))
            .Select(i => new RemovedPart(RemovedPartKind.Item, i.Id, i.Text, i.DeletedAt!.Value));
        var attachments = db
            .Attachments.Where(a => a.CardId == cardId && a.DeletedAt != null)
            .Select(a => new RemovedPart(RemovedPartKind.Attachment, a.Id, a.Name, a.DeletedAt!.Value));
        var parts = new List<RemovedPart>();
        foreach (var kind in new[] { comments, lists, items, attachments })
        {
            parts.AddRange(await kind.ToListAsync(cancellationToken));
        }

        return [.. parts.OrderByDescending(p => p.At).Take(MaxCount)];
    }
}

/// <summary>Something that was taken away from a card.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Identity.</param>
/// <param name="Words">Its name, or the beginning of its text.</param>
/// <param name="At">When it was taken away, UTC.</param>
public sealed record RemovedPart(RemovedPartKind Kind, Guid Id, string Words, DateTime At);

/// <summary>What can be taken away from a card.</summary>
public enum RemovedPartKind
{
    /// <summary>Something somebody said.</summary>
    Comment,

    /// <summary>A checklist with its items.</summary>
    Checklist,

    /// <summary>An item of a checklist that is there.</summary>
    Item,

    /// <summary>A file or link.</summary>
    Attachment,
}
