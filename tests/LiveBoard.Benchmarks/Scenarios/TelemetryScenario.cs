using System.Diagnostics;
using System.Diagnostics.Metrics;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Events;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>
/// What a command pays for being measurable: everything that is asked on its way when nobody listens, and when somebody
/// does.
/// </summary>
internal static class TelemetryScenario
{
    private const int Commands = 5_000_000;

    public static IReadOnlyList<TelemetryResult> Run()
    {
        var meter = LiveBoardMeter.Unheard;
        Measure(meter, Commands / 10);
        var nobody = Measure(meter, Commands) with { Listening = "nobody" };
        using var listener = new MeterListener();
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => { });
        Instrument[] all = [meter.CommandDuration, meter.PublishDuration, meter.DeliveryDuration];
        Array.ForEach(all, instrument => listener.EnableMeasurementEvents(instrument));
        var measured = Measure(meter, Commands / 10) with { Listening = "to measurements" };
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == LiveBoardMeter.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(traces);
        return [nobody, measured, Measure(meter, Commands / 10) with { Listening = "to measurements and traces" }];
    }

    private static TelemetryResult Measure(LiveBoardMeter meter, int commands)
    {
        var command = new RenameCard
        {
            BoardId = Guid.CreateVersion7(),
            CardId = Guid.CreateVersion7(),
            Title = "Title",
        };
        var result = new CommandResult(CommandStatus.Done, 1);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < commands; i++)
        {
            using var telemetry = CommandTelemetry.Start(command, meter);
            var publish = LiveBoardMeter.Start(meter.PublishDuration);
            var delivery = LiveBoardMeter.Start(meter.DeliveryDuration);
            LiveBoardMeter.Record(meter.PublishDuration, publish);
            LiveBoardMeter.Record(meter.DeliveryDuration, delivery);
            telemetry.Note(result);
        }

        return new TelemetryResult(
            "",
            Stopwatch.GetElapsedTime(start).TotalNanoseconds / commands,
            (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)commands
        );
    }
}

/// <summary>What measuring adds to one command.</summary>
/// <param name="Listening">Who listens.</param>
/// <param name="Nanoseconds">Time.</param>
/// <param name="Bytes">Memory allocated.</param>
internal sealed record TelemetryResult(string Listening, double Nanoseconds, double Bytes);
