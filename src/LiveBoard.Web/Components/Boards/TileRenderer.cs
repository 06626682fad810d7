using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Components.Cards;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Boards;

/// <summary>
/// Makes the inside of a tile, once per card version and for all viewers together: a tile made of components costs each
/// viewer kilobytes and each change a walk over them (docs/decisions). This is the only place on the board that writes
/// markup by hand, so every value that comes from people goes through the encoder. Thread-safe.
/// </summary>
internal sealed class TileRenderer(DueDates dates, TimeProvider time)
{
    private const int MaxFaces = 3;

    private readonly ConditionalWeakTable<CardSnapshot, TileMarkup> _made = [];
    private long _madeCount;

    /// <summary>Number of tiles made so far; one changed card makes one.</summary>
    public long MadeCount => Interlocked.Read(ref _madeCount);

    public TileMarkup Render(CardSnapshot card, BoardSnapshot board)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var state = DueDates.StateOf(card, now);
        // Words are made only when the day or the state is another one: this runs for each tile of a column that paints.
        var today = card.DueAt is null ? default : dates.DayOf(now);
        if (_made.TryGetValue(card, out var made) && made.IsFor(card, board, today, state))
        {
            return made;
        }

        made = Make(card, board, today, state);
        _made.AddOrUpdate(card, made);
        Interlocked.Increment(ref _madeCount);
        return made;
    }

    private TileMarkup Make(CardSnapshot card, BoardSnapshot board, DateOnly today, DueState due)
    {
        var dueWords = card.DueAt is { } dueAt ? dates.Words(dueAt, today) : "";
        var labels = card.LabelIds.Select(id => board.Labels.GetValueOrDefault(id)).ToArray();
        var peopleIds = card.PeopleIds.ToArray();
        var people = Array.ConvertAll(peopleIds, id => board.People.GetValueOrDefault(id));
        var html = new StringBuilder(512);
        if (card.CoverImageId is { } picture)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<img class=\"cv\" src=\"files/{picture}/preview\" alt=\"\" loading=\"lazy\">"
            );
        }
        else if (card.Cover is { } cover)
        {
            html.Append("<div class=\"cv ").Append(Palette.ClassOf(cover)).Append("\"></div>");
        }

        AppendTitle(html, card, board, labels);
        AppendMeta(html, card, board, people.AsSpan(0, card.AssigneeIds.Length), dueWords, due);
        html.Append("<button type=\"button\" class=\"btn ico act\" data-act=\"menu\" aria-label=\"")
            .Append(Encode(BoardTexts.MenuOfCard.With(card.Title)))
            .Append("\">")
            .Append(SmallGlyph("dots"))
            .Append("</button>");
        return new TileMarkup(
            html.ToString(),
            card.Id.ToString(),
            card.Id,
            labels,
            peopleIds,
            people,
            board.Fields,
            today,
            due
        );
    }

    private static void AppendTitle(StringBuilder html, CardSnapshot card, BoardSnapshot board, LabelSnapshot?[] labels)
    {
        if (card.Number == 0)
        {
            // A card of the past that is on another board now: it has no number here, and there is nothing to open.
            AppendLabels(html, labels);
            html.Append("<h3>").Append(Encode(card.Title)).Append("</h3>");
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<span class=\"no\">#{card.Number}</span>");
        AppendLabels(html, labels);
        html.Append(CultureInfo.InvariantCulture, $"<h3><a class=\"tile-link\" href=\"b/{board.Id}/c/{card.Number}\">")
            .Append(Encode(card.Title))
            .Append("</a></h3>");
    }

    private static void AppendLabels(StringBuilder html, LabelSnapshot?[] labels)
    {
        var isOpen = false;
        foreach (var label in LabelWords.InOrder(labels.OfType<LabelSnapshot>()))
        {
            html.Append(isOpen ? "" : "<div class=\"lbs\">");
            isOpen = true;
            html.Append("<span class=\"lb ").Append(Palette.ClassOf(label.Color)).Append("\"><bdi>");
            html.Append(Encode(LabelWords.NameOf(label))).Append("</bdi></span>");
        }

        html.Append(isOpen ? "</div>" : "");
    }

    private void AppendMeta(
        StringBuilder html,
        CardSnapshot card,
        BoardSnapshot board,
        ReadOnlySpan<PersonSnapshot?> people,
        string dueWords,
        DueState due
    )
    {
        var start = html.Length;
        if (due != DueState.None)
        {
            var (style, glyph, words) = DueLook.Of(due);
            html.Append("<span class=\"chip ")
                .Append(style)
                .Append("\" title=\"")
                .Append(Encode(words()))
                .Append("\">");
            html.Append(SmallGlyph(glyph)).Append(Encode(dueWords)).Append("</span>");
        }

        AppendBlockers(html, card.OpenBlockers);
        if (card.ChecklistTotal > 0)
        {
            AppendChip(html, "list", BoardTexts.Checklist, $"{card.ChecklistDone}/{card.ChecklistTotal}");
        }

        AppendCount(html, "talk", BoardTexts.Comments, card.CommentCount);
        AppendCount(html, "clip", BoardTexts.Attachments, card.AttachmentCount);
        AppendFields(html, card, board);
        AppendFaces(html, people);
        if (html.Length > start)
        {
            html.Insert(start, "<div class=\"meta\">").Append("</div>");
        }
    }

    /// <summary>The first by its number, how many more there are, and all of them on closer look.</summary>
    private static void AppendBlockers(StringBuilder html, ImmutableArray<int> blockers)
    {
        if (blockers.IsEmpty)
        {
            return;
        }

        var all = BoardTexts.BlockedBy.With(string.Join(", ", blockers.Select(number => $"#{number}")));
        var first = BoardTexts.BlockedBy.With($"#{blockers[0]}");
        html.Append("<span class=\"chip blk\" title=\"").Append(Encode(all)).Append("\">").Append(SmallGlyph("block"));
        html.Append(Encode(blockers.Length == 1 ? first : $"{first} +{blockers.Length - 1}")).Append("</span>");
    }

    private void AppendFields(StringBuilder html, CardSnapshot card, BoardSnapshot board)
    {
        if (card.FieldValues.IsEmpty)
        {
            return;
        }

        foreach (var field in FieldWords.InOrder(board))
        {
            if (!field.IsOnTile || card.FieldValues.FirstOrDefault(v => v.FieldId == field.Id) is not { } value)
            {
                continue;
            }

            var words = FieldWords.Of(field, value, board, dates);
            if (words.Length > 0)
            {
                html.Append("<span class=\"kv\"><bdi>").Append(Encode(field.Name)).Append("</bdi> <b><bdi>");
                html.Append(Encode(words)).Append("</bdi></b></span>");
            }
        }
    }

    private static void AppendFaces(StringBuilder html, ReadOnlySpan<PersonSnapshot?> people)
    {
        var known = people
            .ToArray()
            .OfType<PersonSnapshot>()
            .OrderBy(p => p.Name, StringComparer.CurrentCulture)
            .ToList();
        if (known.Count == 0)
        {
            return;
        }

        html.Append("<span class=\"stack\">");
        var shown = known.Count > MaxFaces ? MaxFaces - 1 : known.Count;
        foreach (var person in known.Take(shown))
        {
            var name = Encode(person.Name);
            html.Append(
                    CultureInfo.InvariantCulture,
                    $"<span class=\"av s p{person.Color}\" role=\"img\" aria-label=\"{name}\" title=\"{name}\">"
                )
                .Append(Encode(Palette.Initials(person.Name)))
                .Append("</span>");
        }

        if (known.Count > shown)
        {
            var rest = Encode(string.Join(", ", known.Skip(shown).Select(p => p.Name)));
            html.Append(
                CultureInfo.InvariantCulture,
                $"<span class=\"av s more\" role=\"img\" aria-label=\"{rest}\" title=\"{rest}\">+{known.Count - shown}</span>"
            );
        }

        html.Append("</span>");
    }

    private static void AppendCount(StringBuilder html, string glyph, string words, int count)
    {
        if (count > 0)
        {
            AppendChip(html, glyph, words, count.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void AppendChip(StringBuilder html, string glyph, string words, string value) =>
        html.Append("<span class=\"chip\" title=\"")
            .Append(Encode(words))
            .Append("\">")
            .Append(SmallGlyph(glyph))
            .Append("<span class=\"vh\">")
            .Append(Encode(words))
            .Append(" </span>")
            .Append(value)
            .Append("</span>");

    private static string SmallGlyph(string name) => Glyph.Markup(name, "i s");

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
