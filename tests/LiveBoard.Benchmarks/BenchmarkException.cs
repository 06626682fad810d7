namespace LiveBoard.Benchmarks;

/// <summary>The benchmark cannot run as it was asked to; the message says what to do.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
