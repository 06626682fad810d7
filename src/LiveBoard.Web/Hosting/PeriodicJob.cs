namespace LiveBoard.Web.Hosting;

/// <summary>Does something again and again while the program runs. What fails is told, and done with the next turn.</summary>
/// <param name="every">How long from one turn to the next.</param>
/// <param name="time">The clock.</param>
internal abstract class PeriodicJob(TimeSpan every, TimeProvider time) : BackgroundService
{
    /// <summary>The clock.</summary>
    protected TimeProvider Time => time;

    /// <summary>False when there is nothing to do in this program at all.</summary>
    protected virtual bool IsNeeded => true;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsNeeded)
        {
            return;
        }

        using var timer = new PeriodicTimer(every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await DoAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Tell(error);
            }
        }
    }

    /// <summary>One turn.</summary>
    protected abstract Task DoAsync(CancellationToken cancellationToken);

    /// <summary>Says that a turn failed.</summary>
    protected abstract void Tell(Exception error);
}
