using System.Globalization;

namespace LiveBoard.Web.Texts;

/// <summary>Fills the places of a text in the viewer's culture.</summary>
internal static class TextExtensions
{
    public static string With(this string text, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.CurrentCulture, text, values);
}
