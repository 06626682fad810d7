using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Shared;

/// <summary>Glyphs of the page's sprite as constant markup: as components they would cost every circuit some 1.5 KB each.</summary>
internal static class Glyph
{
    private static readonly ConcurrentDictionary<(string Name, string? Style), RenderFragment> Made = new();

    /// <summary>A glyph, to be put into a component's markup.</summary>
    /// <param name="name">A name of the sprite, never a text that comes from people: each is kept for good.</param>
    /// <param name="style">Further classes of the style sheet.</param>
    public static RenderFragment Of(string name, string? style = null) =>
        Made.GetOrAdd(
            (name, style),
            static key =>
            {
                var markup = Markup(key.Name, key.Style is null ? "i" : $"i {key.Style}");
                return builder => builder.AddMarkupContent(0, markup);
            }
        );

    /// <summary>The markup of a glyph.</summary>
    /// <param name="name">A name of the sprite, never a text that comes from people.</param>
    /// <param name="style">Classes of the style sheet.</param>
    public static string Markup(string name, string style = "i") =>
        $"<svg class=\"{style}\" aria-hidden=\"true\"><use href=\"#{name}\"/></svg>";
}
