using System.Diagnostics;
using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using LiveBoard.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Web.Backups;

/// <summary>
/// Makes backups, one at a time, and tells whoever looks at the list of them. Asks nobody: people come by the
/// <see cref="BackupDesk"/>. Thread-safe; lives as long as the application.
/// </summary>
internal sealed partial class BackupService(
    StoreSettings store,
    BackupWriter writer,
    BackupShelf shelf,
    IDbContextFactory<LiveBoardDbContext> contexts,
    IBoardEventBus bus,
    TimeProvider time,
    ILogger<BackupService> logger
) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private BackupFailure? _lastFailure;
    private int _isRunning;

    /// <summary>False on PostgreSQL, which brings its own tools.</summary>
    public bool IsSupported => store.File is not null;

    /// <summary>True while one is being made.</summary>
    public bool IsRunning => Volatile.Read(ref _isRunning) != 0;

    /// <summary>What went wrong last, unless it went well since.</summary>
    public BackupFailure? LastFailure => Volatile.Read(ref _lastFailure);

    /// <summary>Makes one, and lets the oldest daily ones go when it is a daily one and whole.</summary>
    /// <exception cref="BackupException">There is none; <see cref="LastFailure"/> says why, too.</exception>
    public async Task<BackupListing> MakeAsync(BackupKind kind, CancellationToken cancellationToken)
    {
        if (!await _turn.WaitAsync(0, cancellationToken))
        {
            throw new BackupException(BackupFault.Busy);
        }

        Show(isRunning: true);
        var start = Stopwatch.GetTimestamp();
        try
        {
            var next = shelf.Next(kind);
            // Copying and packing would hold up the thread of whoever pressed the button.
            var manifest = await Task.Run(() => WriteAsync(next, cancellationToken), cancellationToken);
            if (kind == BackupKind.Daily)
            {
                shelf.Prune(await ReadKeptAsync(cancellationToken));
            }

            Volatile.Write(ref _lastFailure, null);
            LogMade(next.FileName, manifest.Parts.Count, Stopwatch.GetElapsedTime(start).TotalSeconds);
            return shelf.Find(next.Key) ?? next;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            var known = error as BackupException ?? new BackupException(BackupFault.System, error.Message, error);
            NoteFailure(known);
            throw known;
        }
        finally
        {
            _turn.Release();
            Show(isRunning: false);
        }
    }

    /// <summary>Keeps what went wrong, for administrators.</summary>
    public void NoteFailure(BackupException failure)
    {
        Volatile.Write(ref _lastFailure, new BackupFailure(time.GetUtcNow().UtcDateTime, failure.Message));
        LogFailed(failure);
    }

    /// <summary>Tells that the list shows something new.</summary>
    public void Tell() => bus.Publish(new BackupsChanged());

    public void Dispose() => _turn.Dispose();

    private async Task<BackupManifest> WriteAsync(BackupListing next, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await writer.WriteAsync(shelf.PathOf(next), [.. db.Database.GetMigrations()], cancellationToken);
    }

    private async Task<int> ReadKeptAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return BackupPlan.Of(await db.InstanceSettings.AsNoTracking().SingleOrDefaultAsync(cancellationToken)).Kept;
    }

    private void Show(bool isRunning)
    {
        Volatile.Write(ref _isRunning, isRunning ? 1 : 0);
        Tell();
    }

    [LoggerMessage(LogLevel.Information, "Backup {Backup} is whole: {Parts} files in {Seconds:N1} s.")]
    private partial void LogMade(string backup, int parts, double seconds);

    [LoggerMessage(LogLevel.Error, "A backup could not be made or restored.")]
    private partial void LogFailed(Exception error);
}

/// <summary>What went wrong with a backup.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Text">What, in words.</param>
internal sealed record BackupFailure(DateTime At, string Text);
