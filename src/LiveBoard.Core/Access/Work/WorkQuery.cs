using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access.Work;

/// <summary>The statements behind <see cref="WorkReader"/>, which decides of which boards they may tell.</summary>
internal static class WorkQuery
{
    /// <summary>Cards that the person has.</summary>
    public static IQueryable<Guid> Assigned(LiveBoardDbContext db, Guid personId) =>
        db.CardAssignees.Where(a => a.PersonId == personId).Select(a => a.CardId);

    /// <summary>Cards with an open step that the person has.</summary>
    public static IQueryable<Guid> Stepped(LiveBoardDbContext db, Guid personId) =>
        from item in Steps(db, personId)
        join list in db.Checklists on item.ChecklistId equals list.Id
        select list.CardId;

    /// <summary>Cards on which the person was named, in words that are still there.</summary>
    public static IQueryable<Guid> Mentioned(LiveBoardDbContext db, Guid personId) =>
        Mentions(db, personId).Select(n => n.CardId);

    /// <summary>Cards of which the person is told, as <see cref="Notifications.CardAudience"/> has it.</summary>
    public static IQueryable<Guid> Watched(LiveBoardDbContext db, Guid personId)
    {
        var unwanted = Said(db, personId, isOn: false);
        return Said(db, personId, isOn: true)
            .Union(db.Cards.Where(c => c.CreatedById == personId).Select(c => c.Id))
            .Union(Commented(db, personId))
            .Where(id => !unwanted.Contains(id));
    }

    /// <summary>Cards that do not name the person when they change, though they have to do with them.</summary>
    public static IQueryable<Guid> Followed(LiveBoardDbContext db, Guid personId) =>
        Stepped(db, personId)
            .Union(Mentioned(db, personId))
            .Union(Said(db, personId, isOn: true))
            .Union(Commented(db, personId));

    /// <summary>Those of the cards that stand on these boards and are not done.</summary>
    public static IQueryable<Card> Open(
        LiveBoardDbContext db,
        IQueryable<Guid> cardIds,
        IReadOnlyCollection<Guid> boardIds
    ) =>
        from card in db.Cards
        where cardIds.Contains(card.Id) && boardIds.Contains(card.BoardId)
        where !card.IsArchived && card.DeletedAt == null
        where db.Columns.Any(c => c.Id == card.ColumnId && !c.IsArchived && c.Stage != ColumnStage.Done)
        where db.Boards.Any(b => b.Id == card.BoardId && !b.IsArchived)
        select card;

    /// <summary>With what a list shows of them; steps are read apart.</summary>
    public static async Task<List<WorkRow>> ReadAsync(
        LiveBoardDbContext db,
        IQueryable<Card> cards,
        Guid personId,
        CancellationToken cancellationToken
    )
    {
        var mentions = Mentions(db, personId);
        return await (
            from card in cards
            join column in db.Columns on card.ColumnId equals column.Id
            join board in db.Boards on card.BoardId equals board.Id
            select new WorkRow(
                card.Id,
                board.Id,
                board.Name,
                card.Number,
                card.Title,
                column.Name,
                card.DueAt,
                card.IsDueDone,
                card.Assignees.Any(a => a.PersonId == personId),
                card.CreatedAt,
                mentions.Where(n => n.CardId == card.Id).Max(n => (DateTime?)n.At),
                card.Labels.Join(
                        db.Labels,
                        link => link.LabelId,
                        label => label.Id,
                        (_, label) => new LabelSnapshot(label.Id, label.Name, label.Color)
                    )
                    .ToList()
            )
        )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
    }

    /// <summary>The person's open steps on these boards, by card.</summary>
    public static async Task<ILookup<Guid, WorkStep>> ReadStepsAsync(
        LiveBoardDbContext db,
        Guid personId,
        IReadOnlyCollection<Guid> boardIds,
        CancellationToken cancellationToken
    )
    {
        var steps = await (
            from item in Steps(db, personId)
            join list in db.Checklists on item.ChecklistId equals list.Id
            join card in db.Cards on list.CardId equals card.Id
            where boardIds.Contains(card.BoardId)
            select new
            {
                list.CardId,
                item.Id,
                item.Text,
                item.DueAt,
            }
        ).ToListAsync(cancellationToken);
        return steps
            .OrderBy(s => s.DueAt ?? DateTime.MaxValue)
            .ThenBy(s => s.Text, StringComparer.CurrentCulture)
            .ToLookup(s => s.CardId, s => new WorkStep(s.Id, s.Text, s.DueAt));
    }

    private static IQueryable<ChecklistItem> Steps(LiveBoardDbContext db, Guid personId) =>
        db.ChecklistItems.Where(i =>
            i.AssigneeId == personId
            && !i.IsDone
            && i.DeletedAt == null
            && db.Checklists.Any(l => l.Id == i.ChecklistId && l.DeletedAt == null)
        );

    private static IQueryable<Notification> Mentions(LiveBoardDbContext db, Guid personId) =>
        db.Notifications.Where(n =>
            n.PersonId == personId
            && n.Kind == NotificationKind.Mentioned
            && (n.CommentId == null || db.Comments.Any(c => c.Id == n.CommentId && c.DeletedAt == null))
        );

    private static IQueryable<Guid> Said(LiveBoardDbContext db, Guid personId, bool isOn) =>
        db.CardWatches.Where(w => w.PersonId == personId && w.IsOn == isOn).Select(w => w.CardId);

    private static IQueryable<Guid> Commented(LiveBoardDbContext db, Guid personId) =>
        db.Comments.Where(c => c.AuthorId == personId && c.DeletedAt == null).Select(c => c.CardId);
}

/// <summary>A card as it is read.</summary>
internal sealed record WorkRow(
    Guid Id,
    Guid BoardId,
    string BoardName,
    int Number,
    string Title,
    string ColumnName,
    DateTime? DueAt,
    bool IsDueDone,
    bool IsAssigned,
    DateTime CreatedAt,
    DateTime? MentionedAt,
    List<LabelSnapshot> Labels
)
{
    public WorkCard With(ILookup<Guid, WorkStep> steps) =>
        new(
            Id,
            BoardId,
            BoardName,
            Number,
            Title,
            ColumnName,
            DueAt,
            IsDueDone,
            IsAssigned,
            [.. Labels],
            [.. steps[Id]]
        );
}
