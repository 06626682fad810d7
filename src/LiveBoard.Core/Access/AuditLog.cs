using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// Writes down what mattered for who gets in and who may do what, with the address it was asked from
/// (<see cref="AuditSource"/>). Thread-safe; lives as long as the application. Not to be asked for an entry of its own
/// while the caller holds a turn of the write queue.
/// </summary>
public sealed class AuditLog(IDbContextFactory<LiveBoardDbContext> contexts, WriteQueue writes, TimeProvider time)
{
    /// <summary>Writes an entry of its own. Not cancelled with the request that caused it: leaving early hides nothing.</summary>
    public async Task NoteAsync(AuditKind kind, Guid? actorId, Guid? subjectId = null, string details = "")
    {
        using var turn = await writes.EnterAsync(Guid.Empty, CancellationToken.None);
        await using var db = await contexts.CreateDbContextAsync();
        Add(db, kind, actorId, subjectId, details);
        await db.SaveChangesAsync();
    }

    /// <summary>Adds an entry to the caller's unit of work: it is there if and only if the change is.</summary>
    public void Add(
        LiveBoardDbContext db,
        AuditKind kind,
        Guid? actorId,
        Guid? subjectId = null,
        string details = ""
    ) => Add(db, time.GetUtcNow(), kind, actorId, subjectId, details);

    /// <summary>The same for whoever has the time already.</summary>
    internal static void Add(
        LiveBoardDbContext db,
        DateTimeOffset now,
        AuditKind kind,
        Guid? actorId,
        Guid? subjectId,
        string details
    ) =>
        db.AuditEntries.Add(
            new AuditEntry
            {
                Id = Guid.CreateVersion7(now),
                At = now.UtcDateTime,
                Kind = kind,
                ActorId = actorId,
                SubjectId = subjectId,
                Source = Cut(AuditSource.Current, SignInSession.MaxSourceLength),
                Details = Cut(details, AuditEntry.MaxDetailsLength),
            }
        );

    /// <summary>Never between the halves of one character, which no database would store.</summary>
    private static string Cut(string text, int length) =>
        text.Length <= length ? text
        : char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)]
        : text[..length];
}
