using System.Globalization;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace LiveBoard.Web.Markdown;

/// <summary><c>#42</c> leads to card 42 of the board, and <c>@Anna Berg</c> stands out; both only where there is such a one.</summary>
internal sealed class BoardReferences : IMarkdownExtension
{
    private const string ContextKey = nameof(MarkdownContext);

    /// <summary>What one parse needs to know of the board.</summary>
    public static MarkdownParserContext Around(MarkdownContext context)
    {
        var around = new MarkdownParserContext();
        around.Properties[ContextKey] = context;
        return around;
    }

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        // Before emphasis and links, which know nothing of these signs; after code, in which nothing is looked for.
        pipeline.InlineParsers.Add(new CardNumberParser());
        pipeline.InlineParsers.Add(new NameParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
        renderer.ObjectRenderers.AddIfNotAlready<NameRenderer>();

    private static MarkdownContext? ContextOf(InlineProcessor processor) =>
        processor.Context?.Properties.GetValueOrDefault(ContextKey) as MarkdownContext;

    private static bool IsBehindAWord(StringSlice slice) => char.IsLetterOrDigit(slice.PeekCharExtra(-1));

    private sealed class CardNumberParser : InlineParser
    {
        private const int MaxDigits = 7;

        public CardNumberParser() => OpeningCharacters = ['#'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var end = slice.Start + 1;
            while (end <= slice.End && char.IsAsciiDigit(slice.Text[end]))
            {
                end++;
            }

            var digits = slice.Text.AsSpan(slice.Start + 1, end - slice.Start - 1);
            if (
                digits.Length is 0 or > MaxDigits
                || IsBehindAWord(slice)
                || (end <= slice.End && char.IsLetterOrDigit(slice.Text[end]))
                || ContextOf(processor) is not { } context
                || !int.TryParse(digits, CultureInfo.InvariantCulture, out var number)
                || !context.HasCard(number)
            )
            {
                return false;
            }

            var link = new LinkInline(context.AddressOf(number), "") { IsClosed = true };
            link.AppendChild(new LiteralInline($"#{number}"));
            processor.Inline = link;
            slice.Start = end;
            return true;
        }
    }

    private sealed class NameParser : InlineParser
    {
        public NameParser() => OpeningCharacters = ['@'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (
                IsBehindAWord(slice)
                || ContextOf(processor) is not { } context
                || context.FindPerson(slice.Text, slice.Start + 1, slice.End + 1) is not { } person
            )
            {
                return false;
            }

            var name = slice.Text.Substring(slice.Start, person.Name.Length + 1);
            processor.Inline = new Name { Words = name, IsViewer = person.Id == context.ViewerId };
            slice.Start += name.Length;
            return true;
        }
    }

    private sealed class Name : LeafInline
    {
        public required string Words { get; init; }

        public required bool IsViewer { get; init; }
    }

    private sealed class NameRenderer : HtmlObjectRenderer<Name>
    {
        protected override void Write(HtmlRenderer renderer, Name obj) =>
            renderer
                .Write(obj.IsViewer ? "<span class=\"mention me\">" : "<span class=\"mention\">")
                .WriteEscape(obj.Words)
                .Write("</span>");
    }
}
