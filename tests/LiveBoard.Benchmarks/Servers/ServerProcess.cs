using System.Collections.Concurrent;
using System.Diagnostics;

namespace LiveBoard.Benchmarks.Servers;

/// <summary>A server in a process of its own, so that what it costs can be told from what its clients cost.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string AddressMark = "Now listening on: ";
    private const int KeptLines = 60;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _errors;

    private ServerProcess(Process process) => _process = process;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Process id.</summary>
    public int Id => _process.Id;

    /// <summary>Errors in its log so far.</summary>
    public int ErrorCount => Volatile.Read(ref _errors);

    /// <summary>The end of its log.</summary>
    public string Log => string.Join(Environment.NewLine, _lines);

    /// <summary>Starts a .NET program and waits until it says where it listens.</summary>
    /// <param name="assembly">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="workingDirectory">Where it starts.</param>
    /// <param name="settings">Environment variables.</param>
    public static async Task<ServerProcess> StartAsync(
        string assembly,
        IEnumerable<string> arguments,
        string workingDirectory,
        IReadOnlyDictionary<string, string> settings
    )
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            WorkingDirectory = workingDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var server = new ServerProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        server.Begin();
        try
        {
            server.Address = await server._address.Task.WaitAsync(TimeSpan.FromSeconds(60));
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>What it has used so far.</summary>
    public ProcessUsage Measure()
    {
        _process.Refresh();
        return new ProcessUsage(_process.TotalProcessorTime, _process.WorkingSet64);
    }

    /// <summary>The same after a full garbage collection, so that memory is what is needed and not what is left over.</summary>
    public async Task<ProcessUsage> MeasureAfterCollectionAsync()
    {
        await FullCollection.InduceAsync(Id);
        return Measure();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Begin()
    {
        _process.OutputDataReceived += (_, e) => Note(e.Data);
        _process.ErrorDataReceived += (_, e) => Note(e.Data);
        _process.Exited += (_, _) =>
            _address.TrySetException(new InvalidOperationException($"The server ended at once: {Log}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        while (_lines.Count > KeptLines)
        {
            _lines.TryDequeue(out _);
        }

        if (line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _errors);
        }

        var at = line.IndexOf(AddressMark, StringComparison.Ordinal);
        if (at >= 0)
        {
            _address.TrySetResult(new Uri(line[(at + AddressMark.Length)..].Trim()));
        }
    }
}

/// <summary>What a process has used.</summary>
/// <param name="Cpu">Processor time of all its threads.</param>
/// <param name="Memory">Resident bytes.</param>
internal sealed record ProcessUsage(TimeSpan Cpu, long Memory);
