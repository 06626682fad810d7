using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Cards;

/// <summary>How large a file is, as people say it.</summary>
internal static class FileSizes
{
    private const long Kilo = 1L << 10;
    private const long Mega = 1L << 20;

    public static string Words(long bytes) =>
        bytes < Kilo ? CardTexts.SizeBytes.With(bytes)
        : bytes < Mega ? CardTexts.SizeKilobytes.With(bytes / Kilo)
        : bytes % Mega == 0 ? CardTexts.SizeMegabytes.With(bytes / Mega)
        : CardTexts.SizeMegabytes.With(
            (bytes / (double)Mega).ToString("0.0", System.Globalization.CultureInfo.CurrentCulture)
        );
}
