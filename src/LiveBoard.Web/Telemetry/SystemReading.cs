namespace LiveBoard.Web.Telemetry;

/// <summary>How the instance is at one moment. Equal readings show the same.</summary>
internal sealed record SystemReading
{
    /// <summary>Open pages.</summary>
    public required int Circuits { get; init; }

    /// <summary>Of them, those whose connection stands.</summary>
    public required int Connected { get; init; }

    /// <summary>Boards that somebody has open, or had a moment ago.</summary>
    public required int OpenBoards { get; init; }

    /// <summary>Viewers over all boards.</summary>
    public required int Viewers { get; init; }

    /// <summary>Commits on boards, over the last seconds.</summary>
    public required double ChangesPerSecond { get; init; }

    /// <summary>From a change to a viewer's page, for 95 of 100; null when nothing was delivered lately.</summary>
    public required double? LagSeconds { get; init; }

    /// <summary>Since the start: pages that found their circuit again.</summary>
    public required long Reconnects { get; init; }

    /// <summary>Since the start: changes that came out of turn.</summary>
    public required long Gaps { get; init; }

    /// <summary>Since the start: boards read anew.</summary>
    public required long Reloads { get; init; }

    /// <summary>The database with its log; null when it is a server's.</summary>
    public required long? DatabaseBytes { get; init; }

    /// <summary>Room that is left where the database is; null when that is a server.</summary>
    public required long? FreeBytes { get; init; }

    /// <summary>Memory of the process.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>The last error that was logged.</summary>
    public required LoggedError? LastError { get; init; }
}
