using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Dashboards.Flow;

/// <summary>
/// A ledger as bytes: the way of each card over the board, and which columns are put away. Neither the stages of columns
/// nor days are in it: both may be others when it is read. Columns are numbered, times are differences, numbers are as
/// long as they must be (seven bits to a byte, as <see cref="BinaryWriter.Write7BitEncodedInt64"/>).
/// </summary>
internal static class FlowLedgerBytes
{
    /// <summary>Raised whenever the same log gives other bytes: older ones are then not read any more.</summary>
    private const byte Edition = 1;

    [Flags]
    private enum CardFlags : byte
    {
        None = 0,
        IsShelved = 1,
        IsGone = 2,
    }

    public static byte[] Write(FlowLedger ledger)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Edition);
        var columns = ledger
            .Cards.SelectMany(c => c.Steps.Select(s => s.Place.ColumnId).Append(c.ColumnId))
            .Concat(ledger.ColumnsAway.Select(c => (Guid?)c))
            .OfType<Guid>()
            .Distinct()
            .Select((id, i) => (id, Number: i + 1))
            .ToDictionary(c => c.id, c => c.Number);
        writer.Write7BitEncodedInt(columns.Count);
        foreach (var id in columns.Keys)
        {
            Write(writer, id);
        }

        writer.Write7BitEncodedInt(ledger.ColumnsAway.Count);
        foreach (var number in ledger.ColumnsAway.Select(id => columns[id]).Order())
        {
            writer.Write7BitEncodedInt(number);
        }

        writer.Write7BitEncodedInt(ledger.Cards.Count);
        foreach (var card in ledger.Cards)
        {
            Write(writer, card, columns);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Puts what the bytes say into a ledger that knows nothing yet.</summary>
    /// <returns>False when they are of another edition; the ledger is as it was.</returns>
    /// <exception cref="EndOfStreamException">The bytes end too soon; the ledger is of no use.</exception>
    /// <exception cref="FormatException">They are no ledger; the ledger given is of no use.</exception>
    public static bool Read(byte[] bytes, FlowLedger ledger)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        if (reader.ReadByte() != Edition)
        {
            return false;
        }

        var columns = new Guid?[reader.Read7BitEncodedInt() + 1];
        for (var i = 1; i < columns.Length; i++)
        {
            columns[i] = ReadId(reader);
        }

        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            ledger.ResumeAway(Column(columns, reader.Read7BitEncodedInt()) ?? throw NoLedger());
        }

        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            ledger.Resume(ReadCard(reader, columns));
        }

        return true;
    }

    private static void Write(BinaryWriter writer, CardFlow card, Dictionary<Guid, int> columns)
    {
        Write(writer, card.CardId);
        var flags =
            (card.IsShelved ? CardFlags.IsShelved : CardFlags.None) | (card.IsGone ? CardFlags.IsGone : CardFlags.None);
        writer.Write((byte)flags);
        writer.Write7BitEncodedInt(card.ColumnId is { } column ? columns[column] : 0);
        writer.Write7BitEncodedInt(card.Steps.Count);
        var before = 0L;
        foreach (var (at, place) in card.Steps)
        {
            writer.Write7BitEncodedInt64(at.Ticks - before);
            before = at.Ticks;
            var number = place.ColumnId is { } id ? columns[id] : 0;
            writer.Write7BitEncodedInt((number << 1) | (place.IsAway ? 1 : 0));
        }
    }

    private static CardFlow ReadCard(BinaryReader reader, Guid?[] columns)
    {
        var card = new CardFlow(ReadId(reader));
        var flags = (CardFlags)reader.ReadByte();
        card.IsShelved = flags.HasFlag(CardFlags.IsShelved);
        card.IsGone = flags.HasFlag(CardFlags.IsGone);
        card.ColumnId = Column(columns, reader.Read7BitEncodedInt());
        var ticks = 0L;
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            ticks += reader.Read7BitEncodedInt64();
            var place = reader.Read7BitEncodedInt();
            if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
            {
                throw NoLedger();
            }

            card.Add(
                new CardStep(
                    new DateTime(ticks, DateTimeKind.Utc),
                    new CardPlace(Column(columns, place >> 1), (place & 1) != 0)
                )
            );
        }

        return card;
    }

    private static Guid? Column(Guid?[] columns, int number) =>
        number >= 0 && number < columns.Length ? columns[number] : throw NoLedger();

    private static FormatException NoLedger() => new("These bytes are no ledger.");

    private static void Write(BinaryWriter writer, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = id.TryWriteBytes(bytes);
        writer.Write(bytes);
    }

    private static Guid ReadId(BinaryReader reader)
    {
        Span<byte> bytes = stackalloc byte[16];
        reader.BaseStream.ReadExactly(bytes);
        return new Guid(bytes);
    }
}
