using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Shared;

/// <summary>
/// Glyphs of the page's sprite as constant markup, for the parts that every open page keeps: as components they cost a
/// circuit some 2.6 KB each. Where that does not matter, use <see cref="Icon"/>.
/// </summary>
internal static class Glyph
{
    public static readonly RenderFragment Bell = Of("bell");

    public static readonly RenderFragment Boards = Of("boards");

    public static readonly RenderFragment Calendar = Of("cal");

    public static readonly RenderFragment Check = Of("check");

    public static readonly RenderFragment Close = Of("x");

    public static readonly RenderFragment Dots = Of("dots");

    public static readonly RenderFragment Gear = Of("gear");

    public static readonly RenderFragment Import = Of("in");

    public static readonly RenderFragment Leave = Of("out");

    public static readonly RenderFragment Left = Of("left");

    public static readonly RenderFragment Lock = Of("lock");

    public static readonly RenderFragment Moon = Of("moon");

    public static readonly RenderFragment People = Of("people");

    public static readonly RenderFragment Person = Of("user");

    public static readonly RenderFragment Plus = Of("plus");

    public static readonly RenderFragment Screen = Of("tv");

    public static readonly RenderFragment Search = Of("search");

    public static readonly RenderFragment Share = Of("share");

    public static readonly RenderFragment Star = Of("star");

    public static readonly RenderFragment Sun = Of("sun");

    public static readonly RenderFragment Tag = Of("tag");

    public static readonly RenderFragment StarFilled = Of("star", "i fill");

    /// <summary>The markup of a glyph.</summary>
    /// <param name="name">A name of the sprite, never a text that comes from people.</param>
    /// <param name="style">Classes of the style sheet.</param>
    public static string Markup(string name, string style = "i") =>
        $"<svg class=\"{style}\" aria-hidden=\"true\"><use href=\"#{name}\"/></svg>";

    private static RenderFragment Of(string name, string style = "i")
    {
        var markup = Markup(name, style);
        return builder => builder.AddMarkupContent(0, markup);
    }
}
