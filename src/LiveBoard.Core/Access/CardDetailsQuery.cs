using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>The statements behind <see cref="CardReader"/>, which decides who may have them asked.</summary>
internal static class CardDetailsQuery
{
    /// <summary>As much of a value before and after is read, in UTF-16 units.</summary>
    private const int ShownLength = 200;

    public static async Task<CardDetails> ReadAsync(
        LiveBoardDbContext db,
        Guid cardId,
        int comments,
        ImmutableArray<ActivityDetails> activity,
        CancellationToken cancellationToken
    ) =>
        new(
            await ReadChecklistsAsync(db, cardId, cancellationToken),
            await ReadCommentsAsync(db, cardId, comments, cancellationToken),
            await ReadAttachmentsAsync(db, cardId, cancellationToken),
            activity
        );

    private static async Task<ImmutableArray<ChecklistDetails>> ReadChecklistsAsync(
        LiveBoardDbContext db,
        Guid cardId,
        CancellationToken cancellationToken
    )
    {
        var lists = await db
            .Checklists.AsNoTracking()
            .Include(c => c.Items)
            .Where(c => c.CardId == cardId && c.DeletedAt == null)
            .ToListAsync(cancellationToken);
        var named = lists.SelectMany(c => c.Items).Select(i => i.AssigneeId).OfType<Guid>().Distinct().ToList();
        var people = await db
            .People.AsNoTracking()
            .Where(p => named.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        return
        [
            .. lists
                .OrderBy(c => c.Position, StringComparer.Ordinal)
                .Select(c => new ChecklistDetails(
                    c.Id,
                    c.Name,
                    [
                        .. c
                            .Items.Where(i => i.DeletedAt is null)
                            .OrderBy(i => i.Position, StringComparer.Ordinal)
                            .Select(i => new ChecklistItemDetails(
                                i.Id,
                                i.Text,
                                i.IsDone,
                                i.DueAt,
                                i.AssigneeId is { } id ? Snapshots.Of(people[id]) : null
                            )),
                    ]
                )),
        ];
    }

    private static async Task<ImmutableArray<CommentDetails>> ReadCommentsAsync(
        LiveBoardDbContext db,
        Guid cardId,
        int count,
        CancellationToken cancellationToken
    )
    {
        var comments = await (
            from comment in db.Comments
            where comment.CardId == cardId && comment.DeletedAt == null
            orderby comment.CreatedAt descending, comment.Id descending
            from author in db.People.Where(p => p.Id == comment.AuthorId).DefaultIfEmpty()
            select new { comment, author }
        )
            .AsNoTracking()
            .Take(count)
            .ToListAsync(cancellationToken);
        comments.Reverse();
        var shown = comments.ConvertAll(c => c.comment.Id);
        var reactions = await (
            from reaction in db.CommentReactions
            where shown.Contains(reaction.CommentId)
            join person in db.People on reaction.PersonId equals person.Id
            select new
            {
                reaction.CommentId,
                reaction.Sign,
                person,
            }
        )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var byComment = reactions.ToLookup(r => r.CommentId);
        return
        [
            .. comments.Select(c => new CommentDetails(
                c.comment.Id,
                Known(c.author),
                c.comment.Text,
                c.comment.CreatedAt,
                c.comment.EditedAt,
                [
                    .. byComment[c.comment.Id]
                        .GroupBy(r => r.Sign, r => Snapshots.Of(r.person), StringComparer.Ordinal)
                        .OrderBy(g => CommentReaction.Signs.IndexOf(g.Key))
                        .Select(g => new ReactionDetails(g.Key, [.. g.OrderBy(p => p.Name, StringComparer.Ordinal)])),
                ]
            )),
        ];
    }

    private static async Task<ImmutableArray<AttachmentDetails>> ReadAttachmentsAsync(
        LiveBoardDbContext db,
        Guid cardId,
        CancellationToken cancellationToken
    )
    {
        var attachments = await (
            from attachment in db.Attachments
            where attachment.CardId == cardId && attachment.DeletedAt == null
            orderby attachment.CreatedAt, attachment.Id
            from person in db.People.Where(p => p.Id == attachment.AddedById).DefaultIfEmpty()
            select new { attachment, person }
        )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return
        [
            .. attachments.Select(a => new AttachmentDetails(
                a.attachment.Id,
                a.attachment.Name,
                a.attachment.Url,
                a.attachment.FileId,
                a.attachment.Size,
                a.attachment.MediaType,
                a.attachment.Width,
                a.attachment.Height,
                Known(a.person),
                a.attachment.CreatedAt
            )),
        ];
    }

    public static async Task<ImmutableArray<ActivityDetails>> ReadActivityAsync(
        LiveBoardDbContext db,
        Guid boardId,
        Guid cardId,
        int count,
        CancellationToken cancellationToken
    )
    {
        var entries = await (
            from entry in db.Activity
            where entry.CardId == cardId && entry.BoardId == boardId && entry.Kind != ActivityKind.CardReordered
            orderby entry.At descending, entry.Id descending
            from person in db.People.Where(p => p.Id == entry.ActorId).DefaultIfEmpty()
            from column in db.Columns.Where(c => c.Id == entry.FromColumnId).DefaultIfEmpty()
            select new
            {
                entry.Id,
                entry.Kind,
                entry.At,
                // A description stands here in full; the list shows its beginning.
                Before = entry.Before!.Substring(0, ShownLength),
                After = entry.After!.Substring(0, ShownLength),
                person,
                FromColumn = column == null ? null : column.Name,
            }
        )
            .AsNoTracking()
            .Take(count)
            .ToListAsync(cancellationToken);
        return
        [
            .. entries.Select(e => new ActivityDetails(
                e.Id,
                e.Kind,
                Known(e.person),
                e.At,
                e.Before,
                e.After,
                e.FromColumn
            )),
        ];
    }

    private static PersonSnapshot? Known(Person? person) => person is null ? null : Snapshots.Of(person);
}
