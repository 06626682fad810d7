namespace LiveBoard.Benchmarks.Circuits;

/// <summary>Looks at what arrives on one connection. Called one at a time.</summary>
internal interface IMessageWatch
{
    /// <param name="message">The bytes, decompressed.</param>
    /// <param name="arrivedAt">When the last of them was there, by <see cref="System.Diagnostics.Stopwatch"/>.</param>
    void OnMessage(ReadOnlySpan<byte> message, long arrivedAt);
}
