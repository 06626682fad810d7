using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Grids;
using LiveBoard.Web.Components.Cards;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Boards.Grid;

/// <summary>
/// Makes the cells of a row, once per card version and for all viewers with the same columns together, as tiles are made
/// (docs/decisions). Writes markup by hand, so every value that comes from people goes through the encoder. Thread-safe.
/// </summary>
internal sealed class GridRowRenderer(DueDates dates, TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>More of a description is for the card.</summary>
    private const int MostOfText = 160;

    private readonly ConditionalWeakTable<CardSnapshot, GridRowMarkup> _made = [];
    private readonly ConditionalWeakTable<BoardSnapshot, CellVocabulary> _words = [];

    /// <summary>What a board's cells name, for writing them; nobody can be chosen by it.</summary>
    public CellVocabulary WordsOf(BoardSnapshot board) => _words.GetValue(board, b => CellVocabulary.Of(b, [], zone));

    public GridRowMarkup Render(CardSnapshot card, BoardSnapshot board, GridFace face)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (today, due) = (dates.DayOf(now), DueDates.StateOf(card, now));
        if (_made.TryGetValue(card, out var made) && made.IsFor(board, face.Key, today, due))
        {
            return made;
        }

        var html = new StringBuilder(512);
        var number = card.Number.ToString(CultureInfo.InvariantCulture);
        html.Append(
                "<div class=\"gc gh fz\" role=\"rowheader\"><span class=\"tick\" data-pick></span><a class=\"no\" data-open tabindex=\"-1\" href=\"b/"
            )
            .Append(board.Id)
            .Append("/table/c/")
            .Append(number)
            .Append("\" aria-label=\"")
            .Append(Encode(GridTexts.OpenCard.With(number)))
            .Append("\">")
            .Append(number)
            .Append("</a></div>");
        var words = WordsOf(board);
        for (var i = 0; i < face.Columns.Length; i++)
        {
            AppendCell(html, card, board, words, face, i, today, due);
        }

        made = new GridRowMarkup(html.ToString(), card.Id.ToString(), card.Id, board, face.Key, today, due);
        _made.AddOrUpdate(card, made);
        return made;
    }

    private void AppendCell(
        StringBuilder html,
        CardSnapshot card,
        BoardSnapshot board,
        CellVocabulary words,
        GridFace face,
        int index,
        DateOnly today,
        DueState due
    )
    {
        var cell = face.Columns[index].Cell;
        var text = CellText.Write(card, cell, words);
        html.Append("<div class=\"gc")
            .Append(face.StyleOf(index))
            .Append("\" role=\"gridcell\" data-c=\"")
            .Append(index);
        html.Append('"');
        var (shown, plain) = cell.Kind switch
        {
            CellKind.Labels => (LabelsOf(card, board), null),
            CellKind.Assignees => (PeopleOf(card.AssigneeIds, board), null),
            CellKind.Due => (DueOf(card, today, due), null),
            CellKind.Start => ("", card.StartAt is { } start ? dates.Words(start, today) : ""),
            CellKind.Done => (CheckOf(card.IsDueDone), null),
            CellKind.Description => ("", Short(text)),
            CellKind.Field => FieldOf(card, cell.FieldId!.Value, board),
            _ => ("", text),
        };
        if (plain != text)
        {
            var isCut = cell.Kind == CellKind.Description;
            html.Append(isCut ? " data-cut" : $" data-t=\"{Encode(text)}\"");
        }

        html.Append('>');
        if (plain is null)
        {
            html.Append(shown);
        }
        else if (plain.Length > 0)
        {
            html.Append("<bdi>").Append(Encode(plain)).Append("</bdi>");
        }

        html.Append("</div>");
    }

    private (string Markup, string? Plain) FieldOf(CardSnapshot card, Guid fieldId, BoardSnapshot board)
    {
        if (
            board.Fields.GetValueOrDefault(fieldId) is not { } field
            || card.FieldValues.FirstOrDefault(v => v.FieldId == fieldId) is not { } value
        )
        {
            return ("", "");
        }

        return field.Type switch
        {
            CustomFieldType.Checkbox => (CheckOf(value.Value == "true"), null),
            CustomFieldType.Person => (value.PersonId is { } id ? PeopleOf([id], board) : "", null),
            _ => ("", FieldWords.Of(field, value, board, dates)),
        };
    }

    private static string LabelsOf(CardSnapshot card, BoardSnapshot board)
    {
        var html = new StringBuilder();
        var labels = card.LabelIds.Select(id => board.Labels.GetValueOrDefault(id)).OfType<LabelSnapshot>();
        foreach (var label in LabelWords.InOrder(labels))
        {
            html.Append("<span class=\"lb ").Append(Palette.ClassOf(label.Color)).Append("\"><bdi>");
            html.Append(Encode(LabelWords.NameOf(label))).Append("</bdi></span>");
        }

        return html.ToString();
    }

    private static string PeopleOf(IEnumerable<Guid> ids, BoardSnapshot board)
    {
        var html = new StringBuilder();
        var people = ids.Select(id => board.People.GetValueOrDefault(id)).OfType<PersonSnapshot>();
        foreach (var person in people.OrderBy(p => p.Name, StringComparer.CurrentCulture))
        {
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"av s p{person.Color}\" aria-hidden=\"true\">");
            html.Append(Encode(Palette.Initials(person.Name))).Append("</span><bdi>");
            html.Append(Encode(person.Name)).Append("</bdi>");
        }

        return html.ToString();
    }

    private string DueOf(CardSnapshot card, DateOnly today, DueState due)
    {
        if (card.DueAt is not { } at)
        {
            return "";
        }

        var (style, glyph, words) = DueLook.Of(due);
        return $"<span class=\"chip {style}\" title=\"{Encode(words())}\">{Glyph.Markup(glyph, "i s")}{Encode(dates.Words(at, today))}</span>";
    }

    private static string CheckOf(bool isOn) =>
        isOn ? $"{Glyph.Markup("check", "i s")}<span class=\"vh\">{Encode(FieldTexts.Yes)}</span>" : "";

    private static string Short(string text)
    {
        var line = text.AsSpan().IndexOf('\n') is var end and >= 0 ? text[..end] : text;
        return line.Length <= MostOfText ? line : string.Concat(line.AsSpan(0, MostOfText), "…");
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}

/// <summary>A row's cells as markup, with all that they were made from.</summary>
internal sealed record GridRowMarkup(
    string Html,
    string CardId,
    object Key,
    BoardSnapshot Board,
    string FaceKey,
    DateOnly Today,
    DueState Due
)
{
    public bool IsFor(BoardSnapshot board, string faceKey, DateOnly today, DueState due) =>
        due == Due
        && today == Today
        && (
            ReferenceEquals(board, Board)
            || (
                ReferenceEquals(board.Labels, Board.Labels)
                && ReferenceEquals(board.People, Board.People)
                && ReferenceEquals(board.Fields, Board.Fields)
                && AreSameNames(board)
            )
        )
        && faceKey == FaceKey;

    private bool AreSameNames(BoardSnapshot board) =>
        board.Columns.Length == Board.Columns.Length
        && board.Columns.Zip(Board.Columns).All(c => c.First.Id == c.Second.Id && c.First.Name == c.Second.Name);
}
