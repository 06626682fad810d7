using CsCheck;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Tests.Boards;

/// <summary>Between any two keys another one fits, and it sorts where it should, whatever came before.</summary>
public sealed class CardPositionTests
{
    /// <summary>Where each further key goes: a share of the keys that are there; the ends come often.</summary>
    private static readonly Gen<double[]> Places = Gen.Frequency(
        (2, Gen.Double[0, 1]),
        (1, Gen.Const(0d)),
        (1, Gen.Const(1d))
    ).Array[1, 120];

    [Fact]
    public void Keys_PutAnywhere_StayInOrder() =>
        Places.Sample(places =>
        {
            var keys = new List<string>();
            foreach (var place in places)
            {
                var index = (int)Math.Round(place * keys.Count);
                keys.Insert(
                    index,
                    CardPosition.Between(index > 0 ? keys[index - 1] : null, index < keys.Count ? keys[index] : null)
                );
            }

            Assert.Equal(keys.Distinct().Order(StringComparer.Ordinal), keys);
        });

    [Fact]
    public void Key_PutBeforeOrBehindASingleOne_IsStrictlyThere() =>
        Places.Sample(places =>
        {
            var key = CardPosition.Between(null, null);
            foreach (var place in places)
            {
                var next = place < 0.5 ? CardPosition.Between(null, key) : CardPosition.Between(key, null);
                Assert.Equal(place < 0.5 ? -1 : 1, Math.Sign(string.CompareOrdinal(next, key)));
                key = next;
            }
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TenThousand_AtOneEnd_StayShort(bool isAtEnd)
    {
        string? last = null;
        for (var i = 0; i < 10_000; i++)
        {
            var next = isAtEnd ? CardPosition.Between(last, null) : CardPosition.Between(null, last);
            Assert.True(last is null || Math.Sign(string.CompareOrdinal(next, last)) == (isAtEnd ? 1 : -1));
            Assert.InRange(next.Length, 2, 4);
            last = next;
        }
    }

    [Fact]
    public void TenThousand_InTheNarrowestGap_StayInOrder_AndGrowByABitEach()
    {
        var (low, high) = (CardPosition.Between(null, null), CardPosition.Between("a0", null));
        var random = new Random(7);
        for (var i = 1; i <= 10_000; i++)
        {
            var key = CardPosition.Between(low, high);
            Assert.True(string.CompareOrdinal(low, key) < 0 && string.CompareOrdinal(key, high) < 0);
            // One more base-62 digit for every five halvings at the most: what keeps the respreading of a column rare.
            Assert.InRange(key.Length, 2, 4 + (i / 5));
            _ = random.Next(2) == 0 ? low = key : high = key;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(5_000)]
    public void Spread_IsInOrder_AndShort(int count)
    {
        var keys = CardPosition.Spread(count).ToList();
        Assert.Equal(count, keys.Count);
        Assert.Equal(keys.Distinct().Order(StringComparer.Ordinal), keys);
        Assert.All(keys, key => Assert.InRange(key.Length, 2, 4));
    }

    [Theory]
    [InlineData("a1", "a0")]
    [InlineData("a1", "a1")]
    [InlineData("", null)]
    [InlineData("c0", null)]
    [InlineData("!", null)]
    [InlineData(null, "0")]
    public void Keys_InTheWrongOrder_OrMalformed_AreRefused(string? before, string? after) =>
        Assert.Throws<ArgumentException>(() => CardPosition.Between(before, after));
}
