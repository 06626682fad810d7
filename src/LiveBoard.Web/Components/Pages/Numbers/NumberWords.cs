using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Pages.Numbers;

/// <summary>How numbers are written for people, and read from what they type.</summary>
internal static class NumberWords
{
    /// <summary>What fields for a date and a time hold, to the second.</summary>
    private const string FieldFormat = "yyyy-MM-dd'T'HH:mm:ss";

    private static readonly string[] TypedFormats = ["yyyy-MM-dd'T'HH:mm", FieldFormat, "yyyy-MM-dd'T'HH:mm:ss.FFF"];

    /// <summary>With the viewer's signs, and as many digits as somebody wants to read.</summary>
    public static string Of(double value) =>
        value.ToString(IsPlain(value) ? "#,0.####" : "G6", CultureInfo.CurrentCulture);

    /// <summary>The same with its unit.</summary>
    public static string Of(double value, string unit) => unit.Length == 0 ? Of(value) : $"{Of(value)} {unit}";

    public static string Of(MetricDirection direction) =>
        direction switch
        {
            MetricDirection.HigherIsBetter => NumberTexts.Higher,
            MetricDirection.LowerIsBetter => NumberTexts.Lower,
            _ => NumberTexts.Neither,
        };

    /// <summary>As a number field holds it: exact, whatever the viewer's language.</summary>
    public static string Field(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>As a field for a date and a time holds it.</summary>
    public static string Field(DateTime local) => local.ToString(FieldFormat, CultureInfo.InvariantCulture);

    /// <summary>What stands in a number field; null when it is no finite number.</summary>
    public static double? Value(string? typed) =>
        double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value)
            ? value
            : null;

    /// <summary>What stands in a field for a date and a time, on the instance's wall clock; null when it is none.</summary>
    public static DateTime? Moment(string? typed) =>
        DateTime.TryParseExact(typed, TypedFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : null;

    private static bool IsPlain(double value) => value == 0 || Math.Abs(value) is >= 0.0001 and < 1e15;
}
