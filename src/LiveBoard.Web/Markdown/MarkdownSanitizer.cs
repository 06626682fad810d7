using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Ganss.Xss;

namespace LiveBoard.Web.Markdown;

/// <summary>A sanitiser that knows nothing but what the Markdown pipeline makes.</summary>
internal static partial class MarkdownSanitizer
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
        "span",
    ];

    /// <param name="areTasksOpen">True when tasks can be ticked by the reader.</param>
    public static HtmlSanitizer Create(bool areTasksOpen)
    {
        var sanitizer = new HtmlSanitizer(
            new HtmlSanitizerOptions
            {
                AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
                AllowedAttributes = new HashSet<string>(
                    ["href", "title", "start", "type", "checked", "disabled", "class", "data-task", "aria-label"],
                    StringComparer.OrdinalIgnoreCase
                ),
                AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
                UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
            }
        );
        sanitizer.PostProcessNode += (_, e) => Tame(e.Node, areTasksOpen);
        return sanitizer;
    }

    private static void Tame(INode node, bool areTasksOpen)
    {
        switch (node)
        {
            case IElement { LocalName: "a" } link:
                link.RemoveAttribute("class");
                link.SetAttribute("rel", "noopener nofollow ugc");
                if (!OwnCard().IsMatch(link.GetAttribute("href") ?? ""))
                {
                    link.SetAttribute("target", "_blank");
                }

                break;
            case IElement { LocalName: "input" } box:
                // The only input there is: a task of a list. It takes a state only where the reader may change the text.
                box.RemoveAttribute("class");
                box.SetAttribute("type", "checkbox");
                if (areTasksOpen)
                {
                    box.RemoveAttribute("disabled");
                }
                else
                {
                    box.SetAttribute("disabled", "");
                }

                break;
            case IElement { LocalName: "span" } name:
                // The only span there is: somebody's name.
                name.SetAttribute("class", name.ClassList.Contains("me") ? "mention me" : "mention");
                break;
            case IElement other:
                other.RemoveAttribute("class");
                break;
            default:
                break;
        }
    }

    /// <summary>A card of a board here opens in the same window.</summary>
    [GeneratedRegex("^b/[0-9a-f-]{36}/c/[0-9]{1,7}$", RegexOptions.NonBacktracking)]
    private static partial Regex OwnCard();
}
