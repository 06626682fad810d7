using LiveBoard.Core.Events;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace LiveBoard.Web.Telemetry;

/// <summary>How many pages are open, and how many of them have their connection. Thread-safe; lives as long as the application.</summary>
internal sealed class CircuitNumbers
{
    private int _open;
    private int _connected;

    public int Open => Volatile.Read(ref _open);

    public int Connected => Volatile.Read(ref _connected);

    public void AddOpen(int difference) => Interlocked.Add(ref _open, difference);

    public void AddConnected(int difference) => Interlocked.Add(ref _connected, difference);
}

/// <summary>One page among them.</summary>
internal sealed class CountedCircuit(CircuitNumbers numbers, LiveBoardMeter meter) : CircuitHandler
{
    private bool _wasConnected;

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        numbers.AddOpen(1);
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        numbers.AddOpen(-1);
        return Task.CompletedTask;
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        numbers.AddConnected(1);
        if (_wasConnected)
        {
            meter.Reconnects.Add(1);
        }

        _wasConnected = true;
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        numbers.AddConnected(-1);
        return Task.CompletedTask;
    }
}
