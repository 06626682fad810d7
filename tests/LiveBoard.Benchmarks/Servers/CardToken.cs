using System.Buffers.Text;
using System.Globalization;

namespace LiveBoard.Benchmarks.Servers;

/// <summary>What each card's title begins with, so that the card is recognised in whatever bytes arrive.</summary>
internal static class CardToken
{
    private const int Digits = 5;

    private static ReadOnlySpan<byte> Mark => "bm-"u8;

    public static string Of(int card) => string.Create(CultureInfo.InvariantCulture, $"bm-{card:D5}");

    /// <summary>Number of the card with this title.</summary>
    public static int Parse(string title) => int.Parse(title.AsSpan(3, Digits), CultureInfo.InvariantCulture);

    /// <summary>Takes the next card out of these bytes.</summary>
    /// <param name="bytes">What is left to look at; afterwards what comes behind the card.</param>
    /// <param name="card">Its number.</param>
    public static bool TryTake(ref ReadOnlySpan<byte> bytes, out int card)
    {
        while (bytes.IndexOf(Mark) is var at and >= 0)
        {
            bytes = bytes[(at + Mark.Length)..];
            if (
                bytes.Length >= Digits
                && Utf8Parser.TryParse(bytes[..Digits], out card, out var used)
                && used == Digits
            )
            {
                return true;
            }
        }

        card = -1;
        return false;
    }
}
