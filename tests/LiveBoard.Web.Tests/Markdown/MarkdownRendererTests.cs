using AngleSharp.Html.Parser;
using LiveBoard.Web.Markdown;

namespace LiveBoard.Web.Tests.Markdown;

public sealed class MarkdownRendererTests : IDisposable
{
    private readonly MarkdownRenderer _renderer = new();

    public void Dispose() => _renderer.Dispose();

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt&colon;alert(1))")]
    [InlineData("[x](java\nscript:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("[x](data:text/html,<script>alert(1)</script>)")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<iframe src=//evil></iframe><base href=//evil><meta http-equiv=refresh>")]
    [InlineData("<form action=//evil><input name=q></form>")]
    [InlineData("a{onclick=alert(1)} # h {#location .x style=position:fixed}")]
    [InlineData("<svg><style><img src=x onerror=alert(1)>")]
    [InlineData(
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">"
    )]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">")]
    [InlineData("![](http://tracker.example/pixel.png)")]
    public void Render_OfHostileText_IsInert(string text)
    {
        var dom = new HtmlParser().ParseDocument(_renderer.Render(text));

        Assert.Empty(
            dom.QuerySelectorAll(
                "script, img, iframe, svg, math, style, form, base, meta, body *[id], body *[class]:not(.plain)"
            )
        );
        Assert.All(
            dom.Body!.QuerySelectorAll("*"),
            element =>
                Assert.DoesNotContain(
                    element.Attributes,
                    a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name == "style"
                )
        );
        Assert.All(
            dom.QuerySelectorAll("a[href]"),
            link => Assert.Matches("^(https?:|mailto:|/|#)", link.GetAttribute("href"))
        );
    }

    [Theory]
    [InlineData(">", 200)]
    [InlineData("- ", 300)]
    [InlineData("[", 10_000)]
    [InlineData("[a](", 8_000)]
    [InlineData("*a ", 10_000)]
    [InlineData("`", 4_000)]
    [InlineData("|a", 10_000)]
    [InlineData("word ", 6_401)]
    public void Render_OfWhatWouldTakeLong_ShowsItAsText(string part, int times)
    {
        var text = string.Concat(Enumerable.Repeat(part, times));

        Assert.False(MarkdownGuard.IsTame(text));
        var dom = new HtmlParser().ParseDocument(_renderer.Render(text));
        Assert.Equal(text, dom.QuerySelector("p.plain")!.TextContent);
    }

    [Fact]
    public void Render_OfWhatPeopleWrite_IsMarkup()
    {
        const string Text = """
            ## What we want

            - one **form**
            - [x] see [the plan](https://example.org/plan)

            | a | b |
            |---|---|
            | 1 | 2 |
            """;

        var dom = new HtmlParser().ParseDocument(_renderer.Render(Text));

        Assert.Equal("What we want", dom.QuerySelector("h2")!.TextContent);
        Assert.Equal("form", dom.QuerySelector("li strong")!.TextContent);
        Assert.True(dom.QuerySelector("input[type=checkbox]")!.HasAttribute("disabled"));
        var link = dom.QuerySelector("a")!;
        Assert.Equal("https://example.org/plan", link.GetAttribute("href"));
        Assert.Equal("noopener nofollow ugc", link.GetAttribute("rel"));
        Assert.Equal(4, dom.QuerySelectorAll("td, th").Length);
    }
}
