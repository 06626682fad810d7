namespace LiveBoard.Web.Hosting;

/// <summary>A header as it may be kept and logged: they may hold anything, and what matters in them is plain ASCII.</summary>
internal static class PlainHeader
{
    public static string Of(string? header, int maxLength) =>
        string.Concat((header ?? "").Where(c => c is >= ' ' and <= '~').Take(maxLength));
}
