using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Plans;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>The board's custom fields and the values that cards have of them.</summary>
internal sealed class TrelloCustomFields
{
    private readonly TrelloContext _context;
    private readonly List<CustomFieldPlan> _plans = [];
    private readonly Dictionary<string, CustomFieldType?> _types = [];
    private readonly Dictionary<string, string> _choices = [];

    public TrelloCustomFields(TrelloContext context, TrelloNode board)
    {
        _context = context;
        var ids = new TrelloIds(
            context,
            () =>
                board.Objects("cards").SelectMany(c => c.Objects("customFieldItems")).Select(i => i.Id("idCustomField"))
        );
        foreach (var field in board.Objects("customFields").InOrder())
        {
            var id = ids.Claim(field);
            var name = field.Line("name", CustomField.MaxNameLength);
            var type = TypeOf(field);
            _types[id] = type;
            if (type is { } known)
            {
                var choices = ReadChoices(field);
                _plans.Add(
                    new CustomFieldPlan(id, name, known)
                    {
                        Options = choices,
                        IsOnTile = field.Object("display")?.Flag("cardFront") ?? false,
                    }
                );
            }
        }
    }

    public IReadOnlyList<CustomFieldPlan> Plans => _plans;

    /// <summary>The values of a card.</summary>
    public IReadOnlyList<FieldValuePlan> OfCard(TrelloNode card)
    {
        var values = new Dictionary<string, FieldValuePlan>();
        foreach (var item in card.Objects("customFieldItems"))
        {
            var fieldId = item.RequiredId("idCustomField");
            if (!_types.TryGetValue(fieldId, out var type))
            {
                _context.Notes.Add(FidelityCode.UnknownFieldValue);
            }
            else if (type is not null && ValueOf(item, type.Value) is { } value)
            {
                values[fieldId] = new FieldValuePlan(fieldId, value);
            }
        }

        return [.. values.Values];
    }

    private CustomFieldType? TypeOf(TrelloNode field)
    {
        var type = field.Text("type");
        switch (type)
        {
            case "text":
                return CustomFieldType.Text;
            case "number":
                return CustomFieldType.Number;
            case "date":
                return CustomFieldType.Date;
            case "list":
                return CustomFieldType.Select;
            case "checkbox":
                return CustomFieldType.Checkbox;
            default:
                _context.Notes.Add(FidelityCode.UnknownFieldType, subject: Excerpt.Of(type ?? ""));
                return null;
        }
    }

    /// <summary>The words of a field's choices, each once and in order; empty ones cannot be chosen anew.</summary>
    private List<string> ReadChoices(TrelloNode field)
    {
        var words = new List<string>();
        foreach (var option in field.Objects("options").InOrder())
        {
            var choice = option.Object("value")?.OptionalLine("text", CustomField.MaxOptionLength) ?? "";
            _choices[option.RequiredId("id")] = choice;
            words.Add(choice);
        }

        return [.. words.Where(w => w.Length > 0).Distinct(StringComparer.Ordinal).Take(CustomField.MaxOptions)];
    }

    private string? ValueOf(TrelloNode item, CustomFieldType type)
    {
        if (type == CustomFieldType.Select)
        {
            return ChoiceOf(item);
        }

        if (item.Object("value") is not { } value)
        {
            return null;
        }

        switch (type)
        {
            case CustomFieldType.Number:
                return NumberOf(value);
            case CustomFieldType.Date:
                return value.Date("date")?.ToString("O", CultureInfo.InvariantCulture);
            case CustomFieldType.Checkbox:
                return value.Text("checked") is { } flag ? (flag == "true" ? "true" : "false") : null;
            default:
                return value.LongText("text", CustomFieldValue.MaxLength) is { Length: > 0 } text ? text : null;
        }
    }

    private string? ChoiceOf(TrelloNode item)
    {
        if (item.Id("idValue") is not { } choiceId)
        {
            return null;
        }

        if (_choices.TryGetValue(choiceId, out var choice))
        {
            return choice;
        }

        _context.Notes.Add(FidelityCode.UnknownFieldValue);
        return null;
    }

    /// <summary>Trello writes numbers as texts.</summary>
    private static string? NumberOf(TrelloNode value)
    {
        if (value.Text("number") is not { Length: > 0 } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        value.Refuse(ImportProblemCode.NumberInvalid, value.PathOf("number"), Excerpt.Of(text));
        return null;
    }
}
