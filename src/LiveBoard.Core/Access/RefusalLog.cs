using System.Collections.Concurrent;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Access;

/// <summary>
/// Writes refusals and reached limits into the audit trail, but the same one of the same asker once a minute only: whoever
/// knocks a thousand times must not fill the database. Thread-safe; lives as long as the application.
/// </summary>
public sealed class RefusalLog(AuditLog audit, TimeProvider time)
{
    /// <summary>More would be somebody who makes up what to ask for; forgetting costs a few more entries.</summary>
    private const int MaxRemembered = 10_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(AuditKind, Guid?, Guid?, string), DateTimeOffset> _noted = new();

    /// <summary>Notes that somebody asked for what they may not do or see, or for too much.</summary>
    /// <param name="kind">Which of the two.</param>
    /// <param name="actorId">The account that asked; null when nobody was signed in.</param>
    /// <param name="subjectId">What it was about; null for nothing in particular.</param>
    /// <param name="details">What was asked for.</param>
    public async Task NoteAsync(AuditKind kind, Guid? actorId, Guid? subjectId, string details)
    {
        // Nobody's id is no account's.
        actorId = actorId == Guid.Empty ? null : actorId;
        var (key, now) = ((kind, actorId, subjectId, AuditSource.Current), time.GetUtcNow());
        var last = _noted.GetValueOrDefault(key, DateTimeOffset.MinValue);
        if (now - last < Pause)
        {
            return;
        }

        if (_noted.Count >= MaxRemembered)
        {
            _noted.Clear();
        }

        _noted[key] = now;
        await audit.NoteAsync(kind, actorId, subjectId, details);
    }
}
