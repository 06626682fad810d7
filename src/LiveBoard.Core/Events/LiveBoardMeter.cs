using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LiveBoard.Core.Events;

/// <summary>
/// What the product measures of itself, under names after OpenTelemetry's conventions. While nobody listens to an
/// instrument, measuring costs one comparison. Thread-safe; lives as long as the application.
/// </summary>
public sealed class LiveBoardMeter
{
    /// <summary>Name of the meter, and of the source of activities: one for each command.</summary>
    public const string Name = "LiveBoard";

    /// <summary>For objects that are made by hand: measures, and is listened to by nobody.</summary>
    public static readonly LiveBoardMeter Unheard = new(new Meter("LiveBoard.Unheard"));

    /// <summary>From below a millisecond to the seconds that nobody should wait.</summary>
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    };

    /// <summary>The meter of an application.</summary>
    public LiveBoardMeter(IMeterFactory factory)
        : this(factory.Create(Name)) { }

    private LiveBoardMeter(Meter meter)
    {
        Meter = meter;
        CommandDuration = Duration("liveboard.command.duration", "From handing a command in until its result.");
        PublishDuration = Duration(
            "liveboard.change.publish.duration",
            "From the commit of a change until every open board has it in its queue."
        );
        DeliveryDuration = Duration(
            "liveboard.change.delivery.duration",
            "From an open board's hearing of a change until a viewer's page is rendered."
        );
        Conflicts = meter.CreateCounter<long>(
            "liveboard.command.conflicts",
            "{conflict}",
            "Commands that were tried again because another process committed first."
        );
        Gaps = meter.CreateCounter<long>(
            "liveboard.board.gaps",
            "{gap}",
            "Changes of an open board that came out of turn, so that one before must have been lost."
        );
        Reloads = meter.CreateCounter<long>(
            "liveboard.board.reloads",
            "{reload}",
            "Open boards that were read anew from the database."
        );
        Reconnects = meter.CreateCounter<long>(
            "liveboard.circuit.reconnects",
            "{reconnect}",
            "Pages that found their circuit again after their connection was lost."
        );
    }

    /// <summary>The meter itself, for observable instruments of whoever has the numbers.</summary>
    public Meter Meter { get; }

    /// <summary>How long commands take, by name and status.</summary>
    public Histogram<double> CommandDuration { get; }

    /// <summary>Commit to publish.</summary>
    public Histogram<double> PublishDuration { get; }

    /// <summary>Publish to render, of each viewer.</summary>
    public Histogram<double> DeliveryDuration { get; }

    /// <summary>Lost races between processes.</summary>
    public Counter<long> Conflicts { get; }

    /// <summary>Changes that came out of turn.</summary>
    public Counter<long> Gaps { get; }

    /// <summary>Boards read anew.</summary>
    public Counter<long> Reloads { get; }

    /// <summary>Circuits found again.</summary>
    public Counter<long> Reconnects { get; }

    /// <summary>The beginning of what an instrument measures; 0 when nobody listens to it.</summary>
    public static long Start(Instrument instrument) => instrument.Enabled ? Stopwatch.GetTimestamp() : 0;

    /// <summary>Measures from a beginning; nothing for one that was not noted.</summary>
    /// <param name="instrument">What measures it.</param>
    /// <param name="start">From <see cref="Start"/>.</param>
    public static void Record(Histogram<double> instrument, long start)
    {
        if (start != 0)
        {
            instrument.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
    }

    private Histogram<double> Duration(string name, string description) =>
        Meter.CreateHistogram(name, "s", description, tags: null, Seconds);
}
