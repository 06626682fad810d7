using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access.Notifications;

/// <summary>
/// What a person is told: reading it, and saying what was read. Always as the person may read it now. Thread-safe; lives as
/// long as the application.
/// </summary>
public sealed class NotificationService(
    IDbContextFactory<LiveBoardDbContext> contexts,
    AccessService access,
    WriteQueue writes,
    RefusalLog refusals,
    TimeProvider time
)
{
    /// <summary>How many are read at once.</summary>
    public const int PageSize = 30;

    private readonly DirectoryWriter _writer = new(contexts, writes, refusals, time);

    /// <summary>How many the actor has not read. One statement when there are none.</summary>
    public async Task<int> CountUnreadAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Notifications.AnyAsync(n => n.PersonId == actor.PersonId && n.ReadAt == null, cancellationToken))
        {
            return 0;
        }

        var shown = await ShownAsync(db, actor, cancellationToken);
        return await shown.CountAsync(n => n.ReadAt == null, cancellationToken);
    }

    /// <summary>The latest, or those before one that was read.</summary>
    /// <param name="actor">Who is told.</param>
    /// <param name="before">The last one of the part before; null for the latest.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<NotificationPage> ReadAsync(
        Actor actor,
        NotificationListing? before = null,
        int count = PageSize,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var shown = await ShownAsync(db, actor, cancellationToken);
        if (before is { At: var at, Id: var id })
        {
            shown = shown.Where(n => n.At < at || (n.At == at && n.Id.CompareTo(id) < 0));
        }

        var page = shown.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(count + 1);
        var items = await NotificationQuery.ReadAsync(db, page, cancellationToken);
        var ordered = items.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).ToList();
        return new NotificationPage([.. ordered.Take(count)], items.Count > count);
    }

    /// <summary>Says that the actor has read everything, or what is about one card; or one thing, or that it is news again.</summary>
    public Task<DirectoryResult> MarkAsync(
        Actor actor,
        NotificationMark mark,
        CancellationToken cancellationToken = default
    ) =>
        _writer.WriteAsync(
            actor,
            new AuditNote("MarkNotifications") { IsKept = false },
            async db =>
            {
                DateTime? at = mark.IsRead ? time.GetUtcNow().UtcDateTime : null;
                foreach (var notification in await Meant(db, actor, mark).ToListAsync(cancellationToken))
                {
                    notification.ReadAt = at;
                }

                return null;
            },
            cancellationToken
        );

    /// <summary>Says that the actor has seen a card, and with it what is news about it. One statement when nothing is.</summary>
    public async Task NoteSeenAsync(Actor actor, Guid cardId, CancellationToken cancellationToken = default)
    {
        var mark = new NotificationMark(CardId: cardId);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await Meant(db, actor, mark).AnyAsync(cancellationToken))
        {
            await MarkAsync(actor, mark, cancellationToken);
        }
    }

    /// <summary>What the actor wants to be told of.</summary>
    public async Task<NotificationWish> ReadWishAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var settings = await db
            .NotificationSettings.AsNoTracking()
            .SingleOrDefaultAsync(s => s.PersonId == actor.PersonId, cancellationToken);
        return new NotificationWish(
            settings?.MailMode ?? NotificationMailMode.Instant,
            KindBits.Of(settings?.MutedKinds ?? 0),
            KindBits.Of(settings?.UnmailedKinds ?? 0)
        );
    }

    /// <summary>Changes it; what was told already stays.</summary>
    public Task<DirectoryResult> ChangeWishAsync(
        Actor actor,
        NotificationWish wish,
        CancellationToken cancellationToken = default
    ) =>
        _writer.WriteAsync(
            actor,
            new AuditNote("ChangeNotificationSettings") { IsKept = false },
            async db =>
            {
                if (!Enum.IsDefined(wish.MailMode))
                {
                    return DirectoryRefusal.ValueInvalid;
                }

                if (!await db.Users.AnyAsync(u => u.Id == actor.PersonId && !u.IsDisabled, cancellationToken))
                {
                    return DirectoryRefusal.NotFound;
                }

                var settings = await db.NotificationSettings.SingleOrDefaultAsync(
                    s => s.PersonId == actor.PersonId,
                    cancellationToken
                );
                if (settings is null)
                {
                    settings = new NotificationSettings { PersonId = actor.PersonId };
                    db.NotificationSettings.Add(settings);
                }

                settings.MailMode = wish.MailMode;
                settings.MutedKinds = KindBits.Of(wish.Muted);
                settings.UnmailedKinds = KindBits.Of(wish.Unmailed);
                return null;
            },
            cancellationToken
        );

    private static IQueryable<Notification> Meant(LiveBoardDbContext db, Actor actor, NotificationMark mark) =>
        db.Notifications.Where(n =>
            n.PersonId == actor.PersonId
            && (mark.Id == null || n.Id == mark.Id)
            && (mark.CardId == null || n.CardId == mark.CardId)
            && (n.ReadAt == null) == mark.IsRead
        );

    private async Task<IQueryable<Notification>> ShownAsync(
        LiveBoardDbContext db,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var roles = await access.GetBoardRolesAsync(db, actor, cancellationToken);
        return NotificationQuery.Shown(db, actor.PersonId, [.. roles.Keys]);
    }
}

/// <summary>What was read, or is to be news again.</summary>
/// <param name="Id">One of them; null for all.</param>
/// <param name="CardId">Those about this card only; null for any.</param>
/// <param name="IsRead">False to make it news again.</param>
public sealed record NotificationMark(Guid? Id = null, Guid? CardId = null, bool IsRead = true);
