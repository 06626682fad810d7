namespace LiveBoard.Core.Boards;

/// <summary>
/// Order keys for cards and columns: short strings of base-62 digits that compare ordinally and between any two of
/// which another one fits, so that a move writes one row and never renumbers its neighbours.
/// </summary>
/// <remarks>
/// The scheme is David Greenspan's "Implementing Fractional Indexing" (Observable, 2020): a key is an integer part,
/// whose first character tells its length ('a' = two characters … 'z', and 'Z' … 'A' for the negative side), followed
/// by a fraction without trailing zeros. Appending therefore grows keys with the logarithm of the count.
/// Pure and thread-safe.
/// </remarks>
public static class CardPosition
{
    /// <summary>Longest key; a column with a longer one is respread in the same commit.</summary>
    public const int MaxLength = 64;

    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Zero = "a0";

    /// <summary>A key strictly between two others.</summary>
    /// <param name="before">Key that must sort before the result; null for the start.</param>
    /// <param name="after">Key that must sort after the result; null for the end.</param>
    /// <exception cref="ArgumentException"><paramref name="before"/> does not sort before <paramref name="after"/>, or a key is malformed.</exception>
    public static string Between(string? before, string? after)
    {
        if (before is not null && after is not null && string.CompareOrdinal(before, after) >= 0)
        {
            throw new ArgumentException($"'{before}' does not sort before '{after}'.", nameof(before));
        }

        if (before is null)
        {
            return after is null ? Zero : Before(after);
        }

        var whole = IntegerPart(before);
        if (after is null)
        {
            return Increment(whole) ?? whole + Midpoint(before[whole.Length..], null);
        }

        var wholeAfter = IntegerPart(after);
        if (whole == wholeAfter)
        {
            return whole + Midpoint(before[whole.Length..], after[wholeAfter.Length..]);
        }

        var next = Increment(whole);
        return next is not null && string.CompareOrdinal(next, after) < 0
            ? next
            : whole + Midpoint(before[whole.Length..], null);
    }

    /// <summary>Keys for a whole sequence, in order, as short as they can be.</summary>
    /// <param name="count">How many.</param>
    public static IEnumerable<string> Spread(int count)
    {
        string? last = null;
        for (var i = 0; i < count; i++)
        {
            last = Between(last, null);
            yield return last;
        }
    }

    private static string Before(string after)
    {
        var whole = IntegerPart(after);
        if (whole.Length < after.Length)
        {
            return whole;
        }

        return Decrement(whole) ?? whole + Midpoint("", after[whole.Length..]);
    }

    /// <summary>A fraction between two fractions; the empty one is 0, null is 1.</summary>
    private static string Midpoint(string low, string? high)
    {
        if (high is not null)
        {
            var same = 0;
            while (same < high.Length && (same < low.Length ? low[same] : '0') == high[same])
            {
                same++;
            }

            if (same > 0)
            {
                return high[..same] + Midpoint(same < low.Length ? low[same..] : "", high[same..]);
            }
        }

        var first = low.Length > 0 ? Digits.IndexOf(low[0], StringComparison.Ordinal) : 0;
        var last = high is null ? Digits.Length : Digits.IndexOf(high[0], StringComparison.Ordinal);
        if (last - first > 1)
        {
            return Digits[(first + last) / 2].ToString();
        }

        return high is { Length: > 1 } ? high[..1] : Digits[first] + Midpoint(low.Length > 0 ? low[1..] : "", null);
    }

    private static string IntegerPart(string key)
    {
        var length = key.Length == 0 ? 0 : IntegerLength(key[0]);
        return length > 0 && length <= key.Length
            ? key[..length]
            : throw new ArgumentException($"'{key}' is not an order key.", nameof(key));
    }

    private static int IntegerLength(char head) =>
        head switch
        {
            >= 'a' and <= 'z' => head - 'a' + 2,
            >= 'A' and <= 'Z' => 'Z' - head + 2,
            _ => 0,
        };

    private static string? Increment(string whole)
    {
        var digits = whole[1..].ToCharArray();
        if (Carry(digits, from: Digits[^1], to: Digits[0], step: 1))
        {
            return whole[0] + new string(digits);
        }

        return whole[0] switch
        {
            'Z' => Zero,
            'z' => null,
            var head => Resize((char)(head + 1), Digits[0]),
        };
    }

    private static string? Decrement(string whole)
    {
        var digits = whole[1..].ToCharArray();
        if (Carry(digits, from: Digits[0], to: Digits[^1], step: -1))
        {
            return whole[0] + new string(digits);
        }

        return whole[0] switch
        {
            'a' => "Z" + Digits[^1],
            'A' => null,
            var head => Resize((char)(head - 1), Digits[^1]),
        };
    }

    /// <summary>Counts one up or down in place; false when every digit rolled over.</summary>
    private static bool Carry(char[] digits, char from, char to, int step)
    {
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            if (digits[i] != from)
            {
                digits[i] = Digits[Digits.IndexOf(digits[i], StringComparison.Ordinal) + step];
                return true;
            }

            digits[i] = to;
        }

        return false;
    }

    private static string Resize(char head, char fill) => head + new string(fill, IntegerLength(head) - 1);
}
