using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Cards;

/// <summary>How large a file is, as people say it.</summary>
internal static class FileSizes
{
    private const long Kilo = 1L << 10;
    private const long Mega = 1L << 20;
    private const long Giga = 1L << 30;

    public static string Words(long bytes) =>
        bytes < Kilo ? CardTexts.SizeBytes.With(bytes)
        : bytes < Mega ? CardTexts.SizeKilobytes.With(bytes / Kilo)
        : bytes % Mega == 0 && bytes < Giga ? CardTexts.SizeMegabytes.With(bytes / Mega)
        : bytes < Giga ? CardTexts.SizeMegabytes.With(Tenths(bytes / (double)Mega))
        : CardTexts.SizeGigabytes.With(Tenths(bytes / (double)Giga));

    private static string Tenths(double size) => size.ToString("0.0", System.Globalization.CultureInfo.CurrentCulture);
}
