using System.Buffers.Binary;

namespace LiveBoard.Core.Commands.Plans;

/// <summary>
/// Identities for imported history. They rise with the time of what happened, and among entries of the same
/// millisecond with their order in the plan, so that reading by time and id gives back the order of the source.
/// </summary>
internal sealed class HistoryIds
{
    private const int MaxSequence = 0xFFF;

    private long _last = -1;
    private int _sequence;

    public Guid Next(DateTime at)
    {
        // Version 7 counts milliseconds since 1970; what claims to be older shares its first one.
        var time = Math.Max(0, new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeMilliseconds());
        _sequence = time == _last ? Math.Min(_sequence + 1, MaxSequence) : 0;
        _last = time;

        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(time)).TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | _sequence));
        return new Guid(bytes, bigEndian: true);
    }
}
