using System.Data;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// Does one change of the directory at a time: within this process by the write queue, between processes by a
/// serializable transaction that is tried again when another one came first. So a rule that was checked still holds
/// when the change commits. What is worth an entry in the audit trail gets it in the same transaction; refusals get one too.
/// </summary>
internal sealed class DirectoryWriter(
    IDbContextFactory<LiveBoardDbContext> contexts,
    WriteQueue writes,
    RefusalLog refusals,
    TimeProvider time
)
{
    private const int Attempts = 5;

    public async Task<DirectoryResult> WriteAsync(
        Actor actor,
        AuditNote what,
        Func<LiveBoardDbContext, Task<DirectoryRefusal?>> change,
        CancellationToken cancellationToken
    )
    {
        var result = await WriteInTurnAsync(actor, what, change, cancellationToken);
        if (what.IsKept && result.Refusal is DirectoryRefusal.NotAllowed or DirectoryRefusal.NotFound)
        {
            await refusals.NoteAsync(AuditKind.AccessRefused, actor.PersonId, what.SubjectId, what.What);
        }

        return result;
    }

    private async Task<DirectoryResult> WriteInTurnAsync(
        Actor actor,
        AuditNote what,
        Func<LiveBoardDbContext, Task<DirectoryRefusal?>> change,
        CancellationToken cancellationToken
    )
    {
        using var turn = await writes.EnterAsync(Guid.Empty, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new DirectoryResult(await TryAsync(actor, what, change, cancellationToken));
            }
            catch (Exception conflict) when (LostRace.Is(conflict))
            {
                if (attempt == Attempts)
                {
                    return new DirectoryResult(DirectoryRefusal.Busy);
                }
            }
        }
    }

    private async Task<DirectoryRefusal?> TryAsync(
        Actor actor,
        AuditNote what,
        Func<LiveBoardDbContext, Task<DirectoryRefusal?>> change,
        CancellationToken cancellationToken
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(
            IsolationLevel.Serializable,
            cancellationToken
        );
        if (await change(db) is { } refusal)
        {
            return refusal;
        }

        if (db.ChangeTracker.HasChanges())
        {
            if (what.IsKept && !what.IsWrittenByTheChange)
            {
                AuditLog.Add(
                    db,
                    time.GetUtcNow(),
                    AuditKind.DirectoryChanged,
                    actor.PersonId,
                    what.SubjectId,
                    what.Details
                );
            }

            db.Scope = new ChangeScope(Guid.CreateVersion7(), CommandHash: null, actor.PersonId, what.What);
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }

        return null;
    }
}

/// <summary>What a change of the directory is called, and what the audit trail keeps of it.</summary>
/// <param name="What">Its name.</param>
/// <param name="SubjectId">Who or what it is done to.</param>
internal readonly record struct AuditNote(string What, Guid? SubjectId = null)
{
    /// <summary>False for what concerns nobody's rights: a star, a visit, a name.</summary>
    public bool IsKept { get; init; } = true;

    /// <summary>True when the change writes an entry of its own kind.</summary>
    public bool IsWrittenByTheChange { get; init; }

    /// <summary>More, beside the name.</summary>
    public string? Value { get; init; }

    /// <summary>Name and value.</summary>
    public string Details => Value is null ? What : $"{What}: {Value}";
}
