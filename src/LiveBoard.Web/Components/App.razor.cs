using LiveBoard.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace LiveBoard.Web.Components;

/// <summary>The document around every page. Made once per visit, before there is a circuit.</summary>
public sealed partial class App
{
    private static readonly string[] StyleSheets =
    [
        "tokens",
        "base",
        "controls",
        "marks",
        "shell",
        "shell-phone",
        "menu",
        "board",
        "tile",
        "board-live",
        "board-writing",
        "board-selection",
        "grid",
        "grid-cells",
        "card",
        "card-parts",
        "card-files",
        "card-product",
        "card-fields",
        "card-editors",
        "card-history",
        "card-writing",
        "news",
        "pages",
        "rows",
        "boards",
        "numbers",
        "dashboard",
        "dashboard-parts",
        "charts",
        "wall",
        "work",
        "past",
        "account",
        "system",
        "mud-palette",
        "mud",
        "dialogs",
    ];

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    [Inject]
    private CspNonce Nonce { get; set; } = null!;

    /// <summary>Pages that set cookies (sign-in, set-up) are static; all others live on a circuit.</summary>
    private IComponentRenderMode? PageRenderMode =>
        HttpContext.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;

    /// <summary>The viewer's choice, so that the first paint is right; none follows the system.</summary>
    private string? Theme =>
        HttpContext.Request.Cookies["lb-theme"] is { } theme && theme is ("light" or "dark") ? theme : null;

    private Dictionary<string, object> NonceAttribute => new(StringComparer.Ordinal) { ["nonce"] = Nonce.Value };
}
