using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using LiveBoard.Core.Events;
using LiveBoard.Core.Live;
using LiveBoard.Web.Telemetry;
using LiveBoard.Web.Tests.Backups;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Telemetry;

public sealed class MeasurementTests
{
    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task OneChange_WithTwoViewers_IsPublishedOnce_AndDeliveredTwice()
    {
        await using var app = await BackupApp.StartAsync();
        var meter = app.App.Services.GetRequiredService<LiveBoardMeter>();
        var measured = new ConcurrentQueue<Instrument>();
        var delivered = new SemaphoreSlim(0);
        using var listener = new MeterListener();
        listener.SetMeasurementEventCallback<double>(
            (instrument, seconds, _, _) =>
            {
                Assert.InRange(seconds, 0, 60);
                measured.Enqueue(instrument);
                if (instrument == meter.DeliveryDuration)
                {
                    delivered.Release();
                }
            }
        );
        Instrument[] all = [meter.CommandDuration, meter.PublishDuration, meter.DeliveryDuration];
        Array.ForEach(all, instrument => listener.EnableMeasurementEvents(instrument));
        var boards = app.App.Services.GetRequiredService<LiveBoardRegistry>();
        await using var one = await SubscribeAsync(boards, app);
        await using var two = await SubscribeAsync(boards, app);

        await app.AddCardAsync("First");
        await delivered.WaitAsync(Stop);
        await delivered.WaitAsync(Stop);

        Assert.Equal(
            [2, 1, 1],
            new Instrument[] { meter.DeliveryDuration, meter.PublishDuration, meter.CommandDuration }.Select(i =>
                measured.Count(m => m == i)
            )
        );
    }

    [Fact]
    public async Task Trace_NamesCommandAndBoard_AndNothingThatPeopleWrote()
    {
        await using var app = await BackupApp.StartAsync();
        var seen = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == LiveBoardMeter.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = seen.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);

        await app.AddCardAsync("Secret plans");

        var activity = Assert.Single(seen, a => $"{app.BoardId}".Equals(a.GetTagItem("liveboard.board.id")));
        Assert.Equal("liveboard.command AddCards", activity.OperationName);
        Assert.Equal("Done", activity.GetTagItem("liveboard.command.status"));
        Assert.DoesNotContain(activity.TagObjects, tag => $"{tag.Value}".Contains("Secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Monitor_TellsWhatHappens_WhileSomebodyLooks()
    {
        await using var app = await BackupApp.StartAsync();
        var monitor = app.App.Services.GetRequiredService<SystemMonitor>();
        var told = new TaskCompletionSource<SystemReading>();
        var boards = app.App.Services.GetRequiredService<LiveBoardRegistry>();
        using (
            monitor.Watch(reading =>
            {
                if (reading is { ChangesPerSecond: > 0, LagSeconds: not null })
                {
                    told.TrySetResult(reading);
                }
            })
        )
        {
            await using var viewer = await SubscribeAsync(boards, app);
            await app.AddCardAsync("First");
            app.App.Services.GetRequiredService<LiveBoardMeter>().Gaps.Add(1);

            var reading = await told.Task.WaitAsync(Stop);

            Assert.Equal((1, 1, 1L), (reading.OpenBoards, reading.Viewers, reading.Gaps));
            Assert.True(reading.DatabaseBytes > 0);
        }

        Assert.False(app.App.Services.GetRequiredService<LiveBoardMeter>().DeliveryDuration.Enabled);
    }

    private static async Task<LiveBoardSubscription> SubscribeAsync(LiveBoardRegistry boards, BackupApp app) =>
        (await boards.SubscribeAsync(app.BoardId, app.App.Administrator.Actor, _ => Task.CompletedTask, Stop))!;
}
