using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LiveBoard.Core.Exchange.Sheets;

/// <summary>Tells which cells of a workbook show their number as a date.</summary>
internal sealed class SheetStyles
{
    private readonly bool[] _isDate;

    private SheetStyles(bool[] isDate) => _isDate = isDate;

    public static SheetStyles Of(WorkbookStylesPart? part)
    {
        if (part?.Stylesheet is not { CellFormats: { } formats } sheet)
        {
            return new SheetStyles([]);
        }

        var codes = (sheet.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(f => f.NumberFormatId is not null)
            .GroupBy(f => f.NumberFormatId!.Value)
            .ToDictionary(g => g.Key, g => g.Last().FormatCode?.Value ?? "");
        return new SheetStyles([
            .. formats.Elements<CellFormat>().Select(f => IsDate(f.NumberFormatId?.Value ?? 0, codes)),
        ]);
    }

    public bool IsDate(uint? style) => style is { } index && index < _isDate.Length && _isDate[index];

    private static bool IsDate(uint format, Dictionary<uint, string> codes) =>
        codes.TryGetValue(format, out var code)
            ? IsDate(code)
            // Those that every program knows by number; 27 to 36 and 50 to 58 are those of East Asia.
            : format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>A format with a part of a date outside of quotes and brackets (which hold colours and currencies).</summary>
    private static bool IsDate(string code)
    {
        var isQuoted = false;
        var depth = 0;
        for (var i = 0; i < code.Length; i++)
        {
            switch (char.ToLower(code[i], CultureInfo.InvariantCulture))
            {
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case '[' when !isQuoted:
                    depth++;
                    break;
                case ']' when !isQuoted:
                    depth--;
                    break;
                case 'y' or 'm' or 'd' or 'h' or 's' when !isQuoted && depth == 0:
                    return true;
                default:
                    break;
            }
        }

        return false;
    }
}
