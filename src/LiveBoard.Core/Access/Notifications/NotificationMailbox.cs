using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access.Notifications;

/// <summary>
/// Says what is to be mailed to whom: what is still unread and may be read by the person at that moment. Thread-safe; lives
/// as long as the application.
/// </summary>
public sealed class NotificationMailbox(
    IDbContextFactory<LiveBoardDbContext> contexts,
    AccessService access,
    WriteQueue writes,
    TimeProvider time
)
{
    /// <summary>A mail waits until nothing more has happened on its card for so long: one mail, not five.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(2);

    /// <summary>But no longer than this.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>What is older than this is no news; so mail that is set up late does not begin with a flood.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(2);

    /// <summary>People for whom mail is looked up at once; the others follow with the next look.</summary>
    private const int PeopleAtOnce = 200;

    /// <summary>The mails to write now. What is not worth a mail any more is noted as done.</summary>
    /// <param name="digestFrom">Since when the daily mail of today may go out, UTC; not in the future.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<PendingMail>> ReadAsync(
        DateTime digestFrom,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await db
            .Notifications.Where(n => n.MailedAt == null)
            .Select(n => n.PersonId)
            .Distinct()
            // Whoever has had today's mail already must not stand before the others until tomorrow.
            .Where(id =>
                !db.NotificationSettings.Any(s =>
                    s.PersonId == id && s.MailMode == NotificationMailMode.Daily && s.LastDigestAt >= digestFrom
                )
            )
            .OrderBy(id => id)
            .Take(PeopleAtOnce)
            .ToListAsync(cancellationToken);
        var mails = new List<PendingMail>();
        foreach (var person in waiting)
        {
            if (await ReadAsync(person, cancellationToken) is { } mail)
            {
                mails.Add(mail);
            }
        }

        return mails;
    }

    /// <summary>Notes that a mail went out.</summary>
    public async Task NoteSentAsync(PendingMail mail, CancellationToken cancellationToken = default)
    {
        using var turn = await writes.EnterAsync(Guid.Empty, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = mail.Items.Select(i => i.Id).ToList();
        await MarkAsync(db, db.Notifications.Where(n => ids.Contains(n.Id)), cancellationToken);
        if (mail.IsDigest)
        {
            var settings = await db.NotificationSettings.SingleAsync(
                s => s.PersonId == mail.PersonId,
                cancellationToken
            );
            settings.LastDigestAt = time.GetUtcNow().UtcDateTime;
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<PendingMail?> ReadAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var user = await db
            .Users.Where(u => u.Id == personId && !u.IsDisabled)
            .Select(u => new { u.Email })
            .SingleOrDefaultAsync(cancellationToken);
        var settings =
            await db
                .NotificationSettings.AsNoTracking()
                .SingleOrDefaultAsync(s => s.PersonId == personId, cancellationToken)
            ?? new NotificationSettings { PersonId = personId };
        var roles = await access.GetBoardRolesAsync(db, new Actor(personId), cancellationToken);
        var open = NotificationQuery.Shown(db, personId, [.. roles.Keys]).Where(n => n.MailedAt == null);
        var items = (await NotificationQuery.ReadAsync(db, open, cancellationToken)).FindAll(n =>
            !n.IsRead && now - n.At < Fresh && (settings.UnmailedKinds & KindBits.Bit(n.Kind)) == 0
        );
        if (user?.Email is not { Length: > 0 } || settings.MailMode == NotificationMailMode.Off)
        {
            items.Clear();
        }

        await DropAsync(db, personId, [.. items.Select(i => i.Id)], cancellationToken);
        var isDigest = settings.MailMode == NotificationMailMode.Daily;
        var due = isDigest ? items : Quieted(items, now);
        return due.Count == 0
            ? null
            : new PendingMail(personId, user!.Email!, isDigest, [.. due.OrderBy(i => i.At).ThenBy(i => i.Id)]);
    }

    /// <summary>Those of cards on which nothing more has happened for a while.</summary>
    private static List<NotificationListing> Quieted(List<NotificationListing> items, DateTime now) =>
        [
            .. items
                .GroupBy(i => (i.BoardId, i.CardNumber))
                .Where(card => now - card.Max(i => i.At) >= Quiet || now - card.Min(i => i.At) >= Patience)
                .SelectMany(card => card),
        ];

    /// <summary>What is not going to be mailed is done with: read meanwhile, not wanted, not to be read any more.</summary>
    private async Task DropAsync(
        LiveBoardDbContext db,
        Guid personId,
        IReadOnlyCollection<Guid> kept,
        CancellationToken cancellationToken
    )
    {
        using var turn = await writes.EnterAsync(Guid.Empty, cancellationToken);
        await MarkAsync(
            db,
            db.Notifications.Where(n => n.PersonId == personId && n.MailedAt == null && !kept.Contains(n.Id)),
            cancellationToken
        );
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task MarkAsync(
        LiveBoardDbContext db,
        IQueryable<Notification> notifications,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var notification in await notifications.ToListAsync(cancellationToken))
        {
            notification.MailedAt = now;
        }
    }
}

/// <summary>A mail to write.</summary>
/// <param name="PersonId">To whom.</param>
/// <param name="Address">Their address.</param>
/// <param name="IsDigest">True for the daily mail.</param>
/// <param name="Items">What it tells, in the order it happened.</param>
public sealed record PendingMail(
    Guid PersonId,
    string Address,
    bool IsDigest,
    ImmutableArray<NotificationListing> Items
);
