using MudBlazor;

namespace LiveBoard.Web.Components.Layout;

/// <summary>MudBlazor in the design's type and radii; css/mud-palette.css gives it the colours.</summary>
internal static class DesignTheme
{
    private const string Font = "Inter Variable";

    public static readonly MudTheme Instance = new()
    {
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "5px" },
        Typography = new Typography
        {
            Default = new DefaultTypography
            {
                FontFamily = [Font, "system-ui", "sans-serif"],
                FontSize = "13px",
                LineHeight = "1.4",
            },
            H6 = new H6Typography
            {
                FontFamily = [Font, "system-ui", "sans-serif"],
                FontSize = "15px",
                FontWeight = "600",
            },
            Body1 = new Body1Typography { FontFamily = [Font, "system-ui", "sans-serif"], FontSize = "13px" },
            Button = new ButtonTypography
            {
                FontFamily = [Font, "system-ui", "sans-serif"],
                FontSize = "13px",
                FontWeight = "500",
                TextTransform = "none",
            },
        },
    };
}
