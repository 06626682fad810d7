using System.Data.Common;
using LiveBoard.Core.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LiveBoard.Core.Data;

/// <summary>
/// Makes every save tell what it changed. Saving: captures the facts, raises the version of each board concerned and
/// adds its change row, all in the same transaction. Committed: publishes. Holds no state of its own; what a context
/// has captured waits in a <see cref="PendingChanges"/> that is the context's.
/// </summary>
/// <remarks>
/// EF Core fires SavedChanges before the commit when a transaction is open, and after it when the save made its own
/// (or needed none, for a single statement); so the publish happens at Saved when there is no current transaction,
/// else at Committed. Entity states are already reset at Saved, hence the capture at Saving.
/// The publish step touches no context.
/// What failed, was cancelled or was rolled back is never published, and needs no handler for it (there is none for a
/// transaction that is left without a commit, nor for a lost race): a save begins with nothing, and a commit publishes
/// what was saved in its own transaction only.
/// </remarks>
public sealed class BoardChangeInterceptor(IBoardEventBus bus, TimeProvider time, LiveBoardMeter? meter = null)
    : SaveChangesInterceptor,
        IDbTransactionInterceptor
{
    private readonly LiveBoardMeter _meter = meter ?? LiveBoardMeter.Unheard;

    /// <inheritdoc />
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context is LiveBoardDbContext db)
        {
            new ChangeCapture(db, time).Capture();
        }

        return result;
    }

    /// <inheritdoc />
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is LiveBoardDbContext db)
        {
            await new ChangeCapture(db, time).CaptureAsync(cancellationToken);
        }

        return result;
    }

    /// <inheritdoc />
    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        PublishUnlessInTransaction(eventData.Context);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        PublishUnlessInTransaction(eventData.Context);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc />
    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        Publish(eventData.Context, eventData.TransactionId);

    /// <inheritdoc />
    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Publish(eventData.Context, eventData.TransactionId);
        return Task.CompletedTask;
    }

    private void PublishUnlessInTransaction(DbContext? context)
    {
        if (PendingChanges.Of(context) is not { } pending)
        {
            return;
        }

        if (context?.Database.CurrentTransaction is { } transaction)
        {
            pending.KeepUntilCommit(transaction.TransactionId);
        }
        else
        {
            pending.PublishSaved(bus, _meter);
        }
    }

    private void Publish(DbContext? context, Guid transactionId) =>
        PendingChanges.Of(context)?.PublishCommitted(transactionId, bus, _meter);
}
