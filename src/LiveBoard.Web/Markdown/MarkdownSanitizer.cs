using AngleSharp.Dom;
using Ganss.Xss;

namespace LiveBoard.Web.Markdown;

/// <summary>A sanitiser that knows nothing but what the Markdown pipeline makes.</summary>
internal static class MarkdownSanitizer
{
    private static readonly string[] Tags =
    [
        "p",
        "br",
        "hr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "strong",
        "em",
        "del",
        "code",
        "pre",
        "blockquote",
        "ul",
        "ol",
        "li",
        "a",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "input",
    ];

    public static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer(
            new HtmlSanitizerOptions
            {
                AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
                AllowedAttributes = new HashSet<string>(
                    ["href", "title", "start", "type", "checked", "disabled"],
                    StringComparer.OrdinalIgnoreCase
                ),
                AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
                UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
            }
        );
        sanitizer.PostProcessNode += (_, e) => Tame(e.Node);
        return sanitizer;
    }

    private static void Tame(INode node)
    {
        switch (node)
        {
            case IElement { LocalName: "a" } link:
                link.SetAttribute("rel", "noopener nofollow ugc");
                link.SetAttribute("target", "_blank");
                break;
            case IElement { LocalName: "input" } box:
                // The only input there is: a task of a list. It shows a state and takes none.
                box.SetAttribute("type", "checkbox");
                box.SetAttribute("disabled", "");
                break;
            default:
                break;
        }
    }
}
