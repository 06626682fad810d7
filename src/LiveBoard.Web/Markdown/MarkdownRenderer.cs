using System.Text.Encodings.Web;
using Ganss.Xss;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.Extensions.Caching.Memory;

namespace LiveBoard.Web.Markdown;

/// <summary>
/// The one way from people's Markdown to markup: a lean pipeline without raw HTML, then a sanitiser that knows only what
/// the pipeline makes. What would take too long, or makes the parser give up, is shown as the plain text it is.
/// Thread-safe; one for the application, with a bounded cache.
/// </summary>
internal sealed class MarkdownRenderer : IDisposable
{
    /// <summary>Characters of text whose markup is kept.</summary>
    private const int CacheSize = 8_000_000;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = CacheSize });
    private readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseTaskLists()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseAutoLinks(new AutoLinkOptions { OpenInNewWindow = false })
        .UsePreciseSourceLocation()
        .Use<BoardReferences>()
        .Build();
    private readonly HtmlSanitizer _sanitizer = MarkdownSanitizer.Create(areTasksOpen: false);
    private readonly HtmlSanitizer _tickable = MarkdownSanitizer.Create(areTasksOpen: true);

    /// <summary>Harmless markup for the text.</summary>
    /// <param name="text">Markdown.</param>
    /// <param name="context">What it may lead to; null for a text that stands for itself.</param>
    public string Render(string text, MarkdownContext? context = null)
    {
        var key = (text, context?.FaceOf(text) ?? "");
        if (_cache.TryGetValue(key, out string? known))
        {
            return known!;
        }

        var html = Make(text, context);
        return _cache.Set(key, html, new MemoryCacheEntryOptions { Size = text.Length + html.Length });
    }

    public void Dispose() => _cache.Dispose();

    private string Make(string text, MarkdownContext? context)
    {
        if (!MarkdownGuard.IsTame(text))
        {
            return Plain(text);
        }

        try
        {
            var around = context is null ? null : BoardReferences.Around(context);
            var document = Markdig.Markdown.Parse(text, _pipeline, around);
            foreach (var image in document.Descendants<LinkInline>().Where(link => link.IsImage))
            {
                // Nothing is fetched from elsewhere by looking at a card; the address is one click away.
                image.IsImage = false;
                if (image.FirstChild is null)
                {
                    image.AppendChild(new LiteralInline(image.Url ?? ""));
                }
            }

            foreach (var task in document.Descendants<TaskList>())
            {
                // Where its sign stands in the text: the place between the brackets.
                var attributes = task.GetAttributes();
                attributes.AddProperty("data-task", $"{task.Span.Start + 1}");
                attributes.AddProperty("aria-label", WordsOf(text, task));
            }

            var sanitizer = context is { CanTick: true } ? _tickable : _sanitizer;
            return sanitizer.Sanitize(document.ToHtml(_pipeline));
        }
        catch (ArgumentException)
        {
            // The parser's own guard against deep nesting; the text is still readable as text.
            return Plain(text);
        }
    }

    /// <summary>What is behind the brackets on their line: what the box is called.</summary>
    private static string WordsOf(string text, TaskList task)
    {
        var start = task.Span.End + 1;
        var end = text.IndexOf('\n', start);
        return text[start..(end < 0 ? text.Length : end)].Trim();
    }

    private static string Plain(string text) => $"<p class=\"plain\">{HtmlEncoder.Default.Encode(text)}</p>";
}
