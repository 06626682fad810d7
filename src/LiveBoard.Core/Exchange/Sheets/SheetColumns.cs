namespace LiveBoard.Core.Exchange.Sheets;

/// <summary>Names of a sheet's columns: A to Z, AA, AB and so on.</summary>
public static class SheetColumns
{
    private const int Letters = 26;

    /// <summary>The name of a column.</summary>
    /// <param name="index">From 0.</param>
    public static string NameOf(int index)
    {
        var name = "";
        for (var rest = index + 1; rest > 0; rest = (rest - 1) / Letters)
        {
            name = (char)('A' + ((rest - 1) % Letters)) + name;
        }

        return name;
    }

    /// <summary>Index of the column that a cell's address names.</summary>
    /// <exception cref="InvalidDataException">The address is none.</exception>
    internal static int IndexOf(string reference)
    {
        var index = 0;
        var length = 0;
        while (length < reference.Length && reference[length] is >= 'A' and <= 'Z' && length < 3)
        {
            index = (index * Letters) + reference[length++] - 'A' + 1;
        }

        return length > 0 && length < reference.Length && char.IsAsciiDigit(reference[length])
            ? index - 1
            : throw new InvalidDataException($"cell {Excerpt.Of(reference)}");
    }
}
