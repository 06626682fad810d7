using System.Diagnostics;
using LiveBoard.Core.Events;

namespace LiveBoard.Core.Commands;

/// <summary>
/// One command as telemetry tells it: by its name, its board's id and what came of it; never by what is written in it.
/// </summary>
internal readonly struct CommandTelemetry : IDisposable
{
    private static readonly ActivitySource Source = new(LiveBoardMeter.Name);

    private readonly LiveBoardMeter _meter;
    private readonly BoardCommand _command;
    private readonly Activity? _activity;
    private readonly long _start;

    private CommandTelemetry(BoardCommand command, LiveBoardMeter meter)
    {
        (_command, _meter) = (command, meter);
        _start = LiveBoardMeter.Start(meter.CommandDuration);
        if (Source.HasListeners())
        {
            _activity = Source.StartActivity($"liveboard.command {command.GetType().Name}");
            _activity?.SetTag("liveboard.command.name", command.GetType().Name);
            _activity?.SetTag("liveboard.board.id", command.BoardId.ToString());
        }
    }

    /// <summary>Begins to look at a command.</summary>
    public static CommandTelemetry Start(BoardCommand command, LiveBoardMeter meter) => new(command, meter);

    /// <summary>What came of it.</summary>
    public void Note(CommandResult result)
    {
        if (_activity is not null)
        {
            _activity.SetTag("liveboard.command.status", result.Status.ToString());
            _activity.SetTag("liveboard.board.version", result.Version);
            _activity.SetTag("error.type", result.Rejection?.Code.ToString());
        }

        if (_start != 0)
        {
            _meter.CommandDuration.Record(
                Stopwatch.GetElapsedTime(_start).TotalSeconds,
                new KeyValuePair<string, object?>("liveboard.command.name", _command.GetType().Name),
                new KeyValuePair<string, object?>("liveboard.command.status", result.Status.ToString())
            );
        }
    }

    /// <inheritdoc />
    public void Dispose() => _activity?.Dispose();
}
