namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>
/// When each change was issued, and which change each card waits for. One writer; read by all viewers at the same time.
/// </summary>
internal sealed class ArrivalBook
{
    private const int MaxCards = 100_000;

    private readonly int[] _changeOfCard = new int[MaxCards];
    private readonly long[] _issuedAt;

    public ArrivalBook(int changes)
    {
        _issuedAt = new long[changes];
        Array.Fill(_changeOfCard, -1);
    }

    public int ChangeCount => _issuedAt.Length;

    /// <summary>Notes a change just before it is issued.</summary>
    public void Issue(int change, int card, long now)
    {
        _issuedAt[change] = now;
        Volatile.Write(ref _changeOfCard[card], change);
    }

    /// <summary>The last change of this card; negative for none.</summary>
    public int ChangeOf(int card) => card < MaxCards ? Volatile.Read(ref _changeOfCard[card]) : -1;

    public long IssuedAt(int change) => _issuedAt[change];
}
