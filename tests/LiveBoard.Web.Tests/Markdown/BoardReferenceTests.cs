using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LiveBoard.Core.Boards;
using LiveBoard.Testing;
using LiveBoard.Web.Markdown;

namespace LiveBoard.Web.Tests.Markdown;

/// <summary>Cards by number, people by name, and tasks: only where there is such a one, and never more than harmless markup.</summary>
public sealed class BoardReferenceTests : IDisposable
{
    private const string Hostile = "<img src=x onerror=alert(1)>";

    private readonly MarkdownRenderer _renderer = new();
    private readonly BoardSnapshot _board = SampleSnapshots.Board(columns: 1, cardsPerColumn: 3);
    private readonly PersonSnapshot _anna = Person("Anna Berg");
    private readonly PersonSnapshot _short = Person("Anna");
    private readonly PersonSnapshot _hostile = Person(Hostile);

    public void Dispose() => _renderer.Dispose();

    [Theory]
    [InlineData("see #2", "2")]
    [InlineData("(#1), #3.", "1, 3")]
    [InlineData("#4 and #0", "")]
    [InlineData("issue#2", "")]
    [InlineData("#2a", "")]
    [InlineData("#99999999999", "")]
    [InlineData("`#2`", "")]
    [InlineData("# 2", "")]
    [InlineData("https://example.org/#2", "")]
    public void Number_OfACardOnTheBoard_LeadsToIt(string text, string numbers)
    {
        var links = Render(text).QuerySelectorAll("a[href^='b/']").ToList();

        Assert.Equal(numbers, string.Join(", ", links.Select(a => a.TextContent.TrimStart('#'))));
        Assert.All(links, a => Assert.Equal($"b/{_board.Id}/c/{a.TextContent.TrimStart('#')}", a.GetAttribute("href")));
        Assert.All(links, a => Assert.Null(a.GetAttribute("target")));
    }

    [Theory]
    [InlineData("Ask @Anna Berg", "@Anna Berg")]
    [InlineData("Ask @anna berg, or **@Anna**", "@anna berg|@Anna")]
    [InlineData("mail x@anna.example and `@Anna`", "")]
    [InlineData("@Nobody", "")]
    [InlineData("@" + Hostile, "@" + Hostile)]
    public void Name_OfSomebodyWhoCanBeMeant_StandsOut(string text, string names) =>
        Assert.Equal(names, string.Join('|', Render(text).QuerySelectorAll(".mention").Select(m => m.TextContent)));

    [Fact]
    public void Name_OfTheReader_StandsOutMore()
    {
        var dom = Render("@Anna Berg and @Anna", viewerId: _anna.Id);

        Assert.Equal(["@Anna Berg"], dom.QuerySelectorAll(".mention.me").Select(m => m.TextContent));
    }

    [Fact]
    public void HostileNames_AreWords()
    {
        var dom = Render($"@{Hostile} <span class=\"mention\">x</span> <b class=me>y</b>");

        Assert.Empty(dom.QuerySelectorAll("img, b, [onerror]"));
        Assert.Single(dom.QuerySelectorAll("span"));
    }

    [Fact]
    public void Card_ThatComesAndGoes_IsALinkWhileItIsThere()
    {
        Assert.Single(Render("#2").QuerySelectorAll("a"));
        var first = _board.Columns[0].Cards[0];
        var without = _board with
        {
            Columns = [_board.Columns[0] with { Cards = [first] }],
            Cards = _board.Cards.Where(c => c.Key == first.Id).ToImmutableDictionary(),
        };
        Assert.Empty(new HtmlParser().ParseDocument(_renderer.Render("#2", Context(without))).QuerySelectorAll("a"));
        Assert.Single(Render("#2").QuerySelectorAll("a"));
    }

    [Fact]
    public void Tasks_CanBeTicked_OnlyByWhoMayChangeTheText_AndSayWhereTheyStand()
    {
        const string Text = "x\n- [ ] one\n- [x] two\n\n```\n- [ ] code\n```\n> - [ ] three";

        var open = Render(Text, canTick: true).QuerySelectorAll("input").ToList();
        var closed = Render(Text).QuerySelectorAll("input").ToList();

        Assert.Equal([" ", "x", " "], open.Select(i => $"{Text[int.Parse(i.GetAttribute("data-task")!, null)]}"));
        Assert.Equal(["one", "two", "three"], open.Select(i => PlainText.LineAt(Text, At(i))!.Split("] ")[1]));
        Assert.All(open, i => Assert.False(i.HasAttribute("disabled")));
        Assert.Equal(3, closed.Count);
        Assert.All(closed, i => Assert.True(i.HasAttribute("disabled")));
    }

    private static int At(IElement box) => int.Parse(box.GetAttribute("data-task")!, null);

    private IHtmlDocument Render(string text, Guid viewerId = default, bool canTick = false) =>
        new HtmlParser().ParseDocument(_renderer.Render(text, Context(_board, viewerId, canTick)));

    private MarkdownContext Context(BoardSnapshot board, Guid viewerId = default, bool canTick = false) =>
        new(board, [_anna, _short, _hostile], viewerId, canTick);

    private static PersonSnapshot Person(string name) => new(Guid.CreateVersion7(), name, 1, IsPlaceholder: false);
}
