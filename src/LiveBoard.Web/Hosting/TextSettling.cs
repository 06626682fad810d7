using LiveBoard.Core.Live.Texts;

namespace LiveBoard.Web.Hosting;

/// <summary>Takes into their cards, at the start, what people typed when the last server ended before they paused.</summary>
internal sealed partial class TextSettling(CardTextAuthority texts, ILogger<TextSettling> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await texts.SettleAllAsync(stoppingToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // It is stored; whoever opens the card takes it in.
            LogFailed(error);
        }
    }

    [LoggerMessage(LogLevel.Warning, "What was typed before the start is stored, but not yet in all descriptions.")]
    private partial void LogFailed(Exception error);
}
