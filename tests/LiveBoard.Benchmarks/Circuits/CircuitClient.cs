using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace LiveBoard.Benchmarks.Circuits;

/// <summary>
/// A browser without a screen: opens a page, starts its circuit, acknowledges what is rendered and answers what scripts
/// are asked, as <c>blazor.web.js</c> does. Its calls are what the page's own scripts would call.
/// </summary>
internal sealed class CircuitClient : IHubEvents, IAsyncDisposable
{
    private const string AttachRenderer = "Blazor._internal.attachWebRendererInterop";
    private const string AttachPage = "LiveBoard.attachBoard";
    private const string AttachDashboard = "LiveBoard.attachDashboard";

    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<DotNetAnswer>> _calls = new(
        StringComparer.Ordinal
    );
    private readonly TaskCompletionSource<string?> _started = NewSource<string?>();
    private readonly TaskCompletionSource _rendererAttached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<long> _pageAttached = NewSource<long>();
    private readonly CircuitTicket _ticket;
    private HubSocket? _hub;
    private Timer? _pings;
    private string? _circuitId;
    private int _lastCall;
    private long _lastObject;
    private long _batches;

    private CircuitClient(CircuitTicket ticket) => _ticket = ticket;

    /// <summary>Why the circuit ended; null while it lives.</summary>
    public string? Failure { get; private set; }

    /// <summary>True to say no more what was painted.</summary>
    public bool IsDeaf { get; set; }

    /// <summary>Render batches so far.</summary>
    public long BatchCount => Interlocked.Read(ref _batches);

    /// <summary>Looks at every message.</summary>
    public IMessageWatch? Watch
    {
        get => _hub!.Watch;
        set => _hub!.Watch = value;
    }

    /// <summary>Opens a page of the product and waits until its own scripts are attached to it.</summary>
    public static async Task<CircuitClient> OpenAsync(
        CircuitTicket ticket,
        string path,
        CancellationToken cancellationToken
    )
    {
        var client = new CircuitClient(ticket);
        try
        {
            await client.StartAsync(path, cancellationToken);
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    /// <summary>Calls a method of the page, as its script would.</summary>
    /// <returns>When the answer had arrived, by <see cref="System.Diagnostics.Stopwatch"/>, and the answer.</returns>
    public async Task<DotNetAnswer> CallPageAsync(string method, params object?[] arguments)
    {
        var page = await _pageAttached.Task;
        var id = Interlocked.Increment(ref _lastCall).ToString(CultureInfo.InvariantCulture);
        var answer = NewSource<DotNetAnswer>();
        _calls[id] = answer;
        _hub!.Send(null, "BeginInvokeDotNetFromJS", id, null, method, page, JsonSerializer.Serialize(arguments));
        return await answer.Task;
    }

    /// <summary>Leaves as a closed tab does: the server forgets the circuit at once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_pings is not null)
        {
            await _pings.DisposeAsync();
        }

        if (_circuitId is not null && Failure is null)
        {
            using var form = new MultipartFormDataContent { { new StringContent(_circuitId), "circuitId" } };
            using var response = await _ticket.SendAsync(HttpMethod.Post, "_blazor/disconnect", form, default);
        }

        if (_hub is not null)
        {
            await _hub.DisposeAsync();
        }
    }

    void IHubEvents.OnRenderBatch(long batchId)
    {
        Interlocked.Increment(ref _batches);
        if (!IsDeaf)
        {
            _hub!.Send(null, "OnRenderCompleted", batchId, null);
        }
    }

    void IHubEvents.OnJsCall(JsCall call)
    {
        if (call.Handle != 0)
        {
            var result =
                call.ResultType == JsResultType.ObjectReference
                    ? $$"""{"__jsObjectId":{{++_lastObject}}}"""
                    : JsAnswers.Find(call.Identifier);
            var json = string.Create(CultureInfo.InvariantCulture, $"[{call.Handle},true,{result}]");
            _hub!.Send(null, "EndInvokeJSFromDotNet", call.Handle, true, json);
        }

        switch (call.Identifier)
        {
            case AttachRenderer:
                _rendererAttached.TrySetResult();
                break;
            case AttachPage or AttachDashboard when DotNetReference.Find(call.Arguments) is { } page:
                _pageAttached.TrySetResult(page);
                break;
            default:
                break;
        }
    }

    void IHubEvents.OnDotNetAnswer(string callId, bool isDone, string json)
    {
        if (_calls.TryRemove(callId, out var call))
        {
            call.TrySetResult(new DotNetAnswer(_hub!.ArrivedAt, isDone, json));
        }
    }

    void IHubEvents.OnCompletion(string invocationId, string? error, string? result)
    {
        if (error is not null)
        {
            Fail(error);
        }
        else if (invocationId == "0")
        {
            _started.TrySetResult(result);
        }
    }

    void IHubEvents.OnFailure(string reason) => Fail(reason);

    private static TaskCompletionSource<T> NewSource<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task StartAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await _ticket.SendAsync(HttpMethod.Get, path, null, cancellationToken);
        response.EnsureSuccessStatusCode();
        var page = LivePage.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        _hub = await HubSocket.ConnectAsync(
            _ticket.Wire,
            _ticket.Cookies,
            this,
            _ticket.IsCompressed,
            cancellationToken
        );
        _pings = new Timer(_ => _hub.Ping(), null, PingInterval, PingInterval);
        var address = _ticket.Wire.Address;
        _hub.Send("0", "StartCircuit", address.AbsoluteUri, new Uri(address, path).AbsoluteUri, "[]", page.State);
        _circuitId =
            await _started.Task.WaitAsync(cancellationToken)
            ?? throw new InvalidOperationException("The server started no circuit.");
        await _rendererAttached.Task.WaitAsync(cancellationToken);
        _hub.Send(null, "UpdateRootComponents", page.ToOperations(), page.State);
        await _pageAttached.Task.WaitAsync(cancellationToken);
    }

    private void Fail(string reason)
    {
        Failure ??= reason;
        var error = new InvalidOperationException($"The circuit ended: {reason}");
        _started.TrySetException(error);
        _rendererAttached.TrySetException(error);
        _pageAttached.TrySetException(error);
        foreach (var call in _calls.Values)
        {
            call.TrySetException(error);
        }
    }
}

/// <summary>What a .NET method answered.</summary>
/// <param name="ArrivedAt">When, by <see cref="System.Diagnostics.Stopwatch"/>.</param>
/// <param name="IsDone">False when it failed.</param>
/// <param name="Json">The result or what went wrong.</param>
internal readonly record struct DotNetAnswer(long ArrivedAt, bool IsDone, string Json);
