using System.Globalization;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Cells;

/// <summary>
/// Cards as texts in cells, and back: the one notation of grid, importers and exporters. What is written is read as the
/// same; nothing is cut, guessed or rounded. Pure.
/// </summary>
public static class CellText
{
    /// <summary>What a yes is written as.</summary>
    public const string Yes = "yes";

    private static readonly string[] YesWords = [Yes, "y", "true", "x", "1", "✓", "✔"];
    private static readonly string[] NoWords = ["", "no", "n", "false", "0"];

    /// <summary>Reads what a cell's text means. The empty text means nothing.</summary>
    public static CellReading Read(CellColumn column, string text, CellVocabulary words) =>
        column.Kind switch
        {
            CellKind.Title => Line(column, text),
            CellKind.Description => Lines(column, text),
            CellKind.Column => PlainText.IsBlank(text)
                ? Problem(column, text, CellFault.Empty)
                : Named(column, text, [text.Trim()], words.Columns),
            CellKind.Labels => Names(column, text, words.Labels),
            CellKind.Assignees => Names(column, text, words.People),
            CellKind.Start => Date(column, text, TimeSpan.Zero, words),
            CellKind.Due => Date(column, text, CellDates.EndOfDay, words),
            CellKind.Done => YesOrNo(column, text),
            _ => column.FieldId is { } id && words.Fields.GetValueOrDefault(id) is { } field
                ? FieldText.Read(column, field, text, words)
                : Problem(column, text, CellFault.FieldNotFound),
        };

    /// <summary>Writes what a card's cell says; empty for nothing.</summary>
    public static string Write(CardSnapshot card, CellColumn column, CellVocabulary words) =>
        column.Kind switch
        {
            CellKind.Title => card.Title,
            CellKind.Description => card.Description,
            CellKind.Column => words.Columns.NameOf(card.ColumnId),
            CellKind.Labels => NamesOf(card.LabelIds, words.Labels),
            CellKind.Assignees => NamesOf(card.AssigneeIds, words.People),
            CellKind.Start => DateOf(card.StartAt, TimeSpan.Zero, words),
            CellKind.Due => DateOf(card.DueAt, CellDates.EndOfDay, words),
            CellKind.Done => card.IsDueDone ? Yes : "",
            _ => column.FieldId is { } id && words.Fields.GetValueOrDefault(id) is { } field
                ? FieldText.Write(card.FieldValues.FirstOrDefault(v => v.FieldId == id), field, words)
                : "",
        };

    internal static CellReading Problem(CellColumn column, string text, CellFault fault, string? detail = null) =>
        new(null, new CellProblem(fault, column, text) { Detail = detail });

    internal static CellReading Value(string text) => new(new CellValue(text, []), null);

    internal static CellReading YesOrNo(CellColumn column, string text)
    {
        var word = text.Trim();
        return YesWords.Contains(word, StringComparer.OrdinalIgnoreCase) ? Value("true")
            : NoWords.Contains(word, StringComparer.OrdinalIgnoreCase) ? new CellReading(CellValue.None, null)
            : Problem(column, text, CellFault.NotYesOrNo);
    }

    internal static CellReading Date(CellColumn column, string text, TimeSpan timeOfDay, CellVocabulary words)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new CellReading(CellValue.None, null);
        }

        var (at, fault) = CellDates.Read(text, timeOfDay, words.Zone);
        return at is null ? Problem(column, text, fault) : new CellReading(new CellValue("", [], at), null);
    }

    internal static string DateOf(DateTime? at, TimeSpan timeOfDay, CellVocabulary words) =>
        at is { } moment ? CellDates.Write(moment, timeOfDay, words.Zone) : "";

    internal static CellReading Names(CellColumn column, string text, NameBook book) =>
        CellNames.Split(text) is { } names
            ? Named(column, text, names, book)
            : Problem(column, text, CellFault.BrokenQuotes);

    /// <summary>Why a text is not fit for the database, in terms of cells.</summary>
    internal static CellReading Unfit(CellColumn column, string text, Rejection invalid, int maxLength) =>
        invalid.Code switch
        {
            RejectionCode.TextEmpty => Problem(column, text, CellFault.Empty),
            RejectionCode.TextTooLong => Problem(
                column,
                text,
                CellFault.TooLong,
                maxLength.ToString(CultureInfo.InvariantCulture)
            ),
            _ => Problem(column, text, CellFault.Unstorable),
        };

    private static CellReading Line(CellColumn column, string text) =>
        TextRules.Line(text, Card.MaxTitleLength, "", out var line) is { } invalid
            ? Unfit(column, text, invalid, Card.MaxTitleLength)
            : Value(line);

    private static CellReading Lines(CellColumn column, string text) =>
        TextRules.LongText(text, Card.MaxDescriptionLength, "", out var lines) is { } invalid
            ? Unfit(column, text, invalid, Card.MaxDescriptionLength)
            : Value(lines);

    private static CellReading Named(CellColumn column, string text, IReadOnlyList<string> names, NameBook book)
    {
        var ids = new List<Guid>();
        foreach (var name in names)
        {
            switch (book.Find(name))
            {
                case [var only]:
                    ids.Add(only);
                    break;
                case []:
                    return Problem(column, text, CellFault.UnknownName, name);
                default:
                    return Problem(column, text, CellFault.AmbiguousName, name);
            }
        }

        return new CellReading(new CellValue("", [.. ids.Distinct()]), null);
    }

    private static string NamesOf(IEnumerable<Guid> ids, NameBook book) =>
        CellNames.Join(ids.Select(book.NameOf).Order(StringComparer.Ordinal));
}
