namespace LiveBoard.Benchmarks.Circuits;

/// <summary>Many circuits on the same page.</summary>
internal sealed class CircuitCrowd : IAsyncDisposable
{
    /// <summary>More at a time would only queue up in the server.</summary>
    private const int OpenedAtOnce = 4;

    private static readonly TimeSpan OpenTimeout = TimeSpan.FromSeconds(60);

    private readonly CircuitClient[] _clients;

    private CircuitCrowd(CircuitClient[] clients) => _clients = clients;

    public IReadOnlyList<CircuitClient> Clients => _clients;

    /// <summary>Opens this many, taking turns among the sign-ins.</summary>
    public static async Task<CircuitCrowd> OpenAsync(IReadOnlyList<CircuitTicket> tickets, string path, int count)
    {
        var clients = new CircuitClient[count];
        try
        {
            await Parallel.ForAsync(
                0,
                count,
                new ParallelOptions { MaxDegreeOfParallelism = OpenedAtOnce },
                async (i, cancellation) =>
                {
                    using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                    patience.CancelAfter(OpenTimeout);
                    clients[i] = await CircuitClient.OpenAsync(tickets[i % tickets.Count], path, patience.Token);
                }
            );
            return new CircuitCrowd(clients);
        }
        catch
        {
            await CloseAsync(clients);
            throw;
        }
    }

    public ValueTask DisposeAsync() => new(CloseAsync(_clients));

    private static Task CloseAsync(IEnumerable<CircuitClient?> clients) =>
        Parallel.ForEachAsync(clients.OfType<CircuitClient>(), async (client, _) => await client.DisposeAsync());
}
