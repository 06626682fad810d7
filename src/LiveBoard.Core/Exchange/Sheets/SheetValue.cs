using System.Globalization;

namespace LiveBoard.Core.Exchange.Sheets;

/// <summary>
/// Texts of cells as what a spreadsheet can reckon with: numbers and dates, as far as they come back as the same text.
/// A number with a zero at its end, a moment in an hour that comes twice: they stay texts.
/// </summary>
public static class SheetValue
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss.FFF"];

    /// <summary>The value to write.</summary>
    public static object Of(string text)
    {
        if (
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < 1e15
            && number.ToString("0.###############", CultureInfo.InvariantCulture) == text
        )
        {
            return number;
        }

        return
            DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            && SheetDates.From(at) is { } days
            && SheetDates.Of(days, uses1904: false) == text
            ? at
            : text;
    }
}
