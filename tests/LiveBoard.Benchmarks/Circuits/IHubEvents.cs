namespace LiveBoard.Benchmarks.Circuits;

/// <summary>What a server says to a circuit's browser. Called one at a time, in order.</summary>
internal interface IHubEvents
{
    void OnRenderBatch(long batchId);

    void OnJsCall(JsCall call);

    /// <summary>The answer to a call of a .NET method.</summary>
    /// <param name="callId">Which call.</param>
    /// <param name="isDone">False when it failed.</param>
    /// <param name="json">The result or what went wrong.</param>
    void OnDotNetAnswer(string callId, bool isDone, string json);

    /// <summary>A hub method returned.</summary>
    /// <param name="invocationId">Which call.</param>
    /// <param name="error">What went wrong; null for nothing.</param>
    /// <param name="result">What it returned, when that is a text.</param>
    void OnCompletion(string invocationId, string? error, string? result);

    /// <summary>The server gave the circuit up.</summary>
    void OnFailure(string reason);
}

/// <summary>A call of a JavaScript function that the server waits for.</summary>
/// <param name="Handle">Names the call in its answer; 0 when none is expected.</param>
/// <param name="Identifier">The function.</param>
/// <param name="Arguments">JSON array.</param>
/// <param name="ResultType">What the server makes of the answer.</param>
/// <param name="Target">The object it is called on; 0 for the window.</param>
internal readonly record struct JsCall(
    long Handle,
    string Identifier,
    string Arguments,
    JsResultType ResultType,
    long Target
);

/// <summary>Numbers of <c>Microsoft.JSInterop.JSCallResultType</c>.</summary>
internal enum JsResultType
{
    Value = 0,
    ObjectReference = 1,
    StreamReference = 2,
    Nothing = 3,
}
