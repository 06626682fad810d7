using LiveBoard.Core.Live;

namespace LiveBoard.Web.Hosting;

/// <summary>
/// Looks every two seconds whether an open board is behind the database: one statement for all boards together, so that
/// a lost hint costs latency and nothing else.
/// </summary>
internal sealed partial class LiveBoardWatch(
    LiveBoardRegistry boards,
    TimeProvider time,
    ILogger<LiveBoardWatch> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await boards.CheckVersionsAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The database is away for a moment; the next look comes anyway.
                LogCheckFailed(error);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Open boards could not be compared with the database; it is tried again.")]
    private partial void LogCheckFailed(Exception error);
}
