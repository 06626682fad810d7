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
) : PeriodicJob(Every, time)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override Task DoAsync(CancellationToken cancellationToken) =>
        boards.CheckVersionsAsync(cancellationToken);

    protected override void Tell(Exception error) => LogCheckFailed(error);

    [LoggerMessage(LogLevel.Warning, "Open boards could not be compared with the database; it is tried again.")]
    private partial void LogCheckFailed(Exception error);
}
