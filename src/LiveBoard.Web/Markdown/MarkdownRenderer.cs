using System.Text.Encodings.Web;
using Ganss.Xss;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
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
        .Build();
    private readonly HtmlSanitizer _sanitizer = MarkdownSanitizer.Create();

    /// <summary>Harmless markup for the text.</summary>
    public string Render(string text)
    {
        if (_cache.TryGetValue(text, out string? known))
        {
            return known!;
        }

        var html = Make(text);
        return _cache.Set(text, html, new MemoryCacheEntryOptions { Size = text.Length + html.Length });
    }

    public void Dispose() => _cache.Dispose();

    private string Make(string text)
    {
        if (!MarkdownGuard.IsTame(text))
        {
            return Plain(text);
        }

        try
        {
            var document = Markdig.Markdown.Parse(text, _pipeline);
            foreach (var image in document.Descendants<LinkInline>().Where(link => link.IsImage))
            {
                // Nothing is fetched from elsewhere by looking at a card; the address is one click away.
                image.IsImage = false;
                if (image.FirstChild is null)
                {
                    image.AppendChild(new LiteralInline(image.Url ?? ""));
                }
            }

            return _sanitizer.Sanitize(document.ToHtml(_pipeline));
        }
        catch (ArgumentException)
        {
            // The parser's own guard against deep nesting; the text is still readable as text.
            return Plain(text);
        }
    }

    private static string Plain(string text) => $"<p class=\"plain\">{HtmlEncoder.Default.Encode(text)}</p>";
}
