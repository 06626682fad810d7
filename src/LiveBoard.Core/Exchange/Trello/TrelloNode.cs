using System.Globalization;
using System.Text.Json;
using LiveBoard.Core.Commands;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>
/// An object of the export, read with care: what is missing or null is an ordinary case, what has the wrong type or
/// cannot be stored is noted as a problem with its place, and reading goes on with an empty value.
/// </summary>
internal sealed class TrelloNode(TrelloContext context, JsonElement element, TrelloNode? parent, string step)
{
    public string Path => parent is null ? step : parent.Path + step;

    /// <summary>Names of the object's properties.</summary>
    public IEnumerable<string> Names => element.EnumerateObject().Select(p => p.Name);

    /// <summary>Objects of an array; none when it is missing or null.</summary>
    public IEnumerable<TrelloNode> Objects(string name)
    {
        var index = 0;
        foreach (var item in Items(name))
        {
            var node = new TrelloNode(context, item, this, $".{name}[{index++}]");
            if (item.ValueKind == JsonValueKind.Object)
            {
                yield return node;
            }
            else
            {
                Refuse(ImportProblemCode.WrongType, node.Path, "object");
            }
        }
    }

    /// <summary>Number of things in an array.</summary>
    public int Count(string name) => Find(name, JsonValueKind.Array) is { } array ? array.GetArrayLength() : 0;

    /// <summary>Ids of an array.</summary>
    public List<string> Ids(string name)
    {
        var ids = new List<string>();
        var index = 0;
        foreach (var item in Items(name))
        {
            var place = $"{Path}.{name}[{index++}]";
            if (item.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (item.ValueKind != JsonValueKind.String)
            {
                Refuse(ImportProblemCode.WrongType, place, "string");
            }
            else if (Decode(item, place) is { Length: > 0 } id)
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    /// <summary>An object, or null when it is missing or null.</summary>
    public TrelloNode? Object(string name) =>
        Find(name, JsonValueKind.Object) is { } child ? new TrelloNode(context, child, this, $".{name}") : null;

    /// <summary>True when there is something by that name, be it null.</summary>
    public bool Declares(string name) => element.TryGetProperty(name, out _);

    /// <summary>A text as it is, or null.</summary>
    public string? Text(string name) =>
        Find(name, JsonValueKind.String) is { } text ? Decode(text, PathOf(name)) : null;

    /// <summary>An id that may be missing; an empty one counts as missing.</summary>
    public string? Id(string name) => Text(name) is { Length: > 0 } id ? id : null;

    /// <summary>An id that must be there.</summary>
    public string RequiredId(string name)
    {
        if (Id(name) is { } id)
        {
            return id;
        }

        if (Find(name) is null or { ValueKind: JsonValueKind.String })
        {
            Refuse(ImportProblemCode.Missing, PathOf(name));
        }

        return "";
    }

    public bool Flag(string name)
    {
        if (Find(name) is not { } flag)
        {
            return false;
        }

        if (flag.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return flag.GetBoolean();
        }

        Refuse(ImportProblemCode.WrongType, PathOf(name), "true or false");
        return false;
    }

    /// <summary>A number of any size that a computer can hold, or null.</summary>
    public double? Number(string name)
    {
        if (Find(name, JsonValueKind.Number) is not { } number)
        {
            return null;
        }

        if (number.TryGetDouble(out var value) && double.IsFinite(value))
        {
            return value;
        }

        Refuse(ImportProblemCode.NumberInvalid, PathOf(name));
        return null;
    }

    public int? Integer(string name)
    {
        if (Find(name, JsonValueKind.Number) is not { } number)
        {
            return null;
        }

        if (number.TryGetInt32(out var value))
        {
            return value;
        }

        Refuse(ImportProblemCode.NumberInvalid, PathOf(name));
        return null;
    }

    /// <summary>A time in UTC, or null. One without an offset is refused: nobody could say when it was.</summary>
    public DateTime? Date(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (TrelloDates.TryParse(text, out var at))
        {
            return at;
        }

        Refuse(ImportProblemCode.DateInvalid, PathOf(name), Excerpt.Of(text));
        return null;
    }

    /// <summary>One line that must not be empty.</summary>
    public string Line(string name, int maxLength)
    {
        if (Find(name) is null)
        {
            Refuse(ImportProblemCode.Missing, PathOf(name));
            return "";
        }

        return Text(name) is { } text ? Line(text, maxLength, name) : "";
    }

    /// <summary>One line that may be empty or missing.</summary>
    public string OptionalLine(string name, int maxLength) =>
        Text(name) is { } text && !string.IsNullOrWhiteSpace(text) ? Line(text, maxLength, name) : "";

    /// <summary>Lines, may be empty or missing.</summary>
    public string LongText(string name, int maxLength)
    {
        var text = Text(name) ?? "";
        var rejection = TextRules.LongText(text, maxLength, name, out var result);
        return Accept(rejection, text.ReplaceLineEndings("\n"), result, maxLength, name);
    }

    /// <summary>
    /// How much there is of something that is not carried, whatever its type: things in an array, 1 for another value
    /// that is not empty, 0 for none. What will only be counted must not make a file bad.
    /// </summary>
    public int Weigh(string name) =>
        Find(name) switch
        {
            null or { ValueKind: JsonValueKind.False } => 0,
            { ValueKind: JsonValueKind.Array } array => array.GetArrayLength(),
            { ValueKind: JsonValueKind.String } text => text.ValueEquals("") ? 0 : 1,
            _ => 1,
        };

    public void Refuse(ImportProblemCode code, string path, string? detail = null) =>
        context.Problems.Add(new ImportProblem(code, path, detail));

    public string PathOf(string name) => $"{Path}.{name}";

    private string Line(string text, int maxLength, string name)
    {
        var rejection = TextRules.Line(text, maxLength, name, out var line);
        return Accept(rejection, text.Trim(), line, maxLength, name);
    }

    private string Accept(Rejection? rejection, string given, string result, int maxLength, string name)
    {
        if (rejection is null)
        {
            context.Notes.Add(FidelityCode.TextCleaned, given == result ? 0 : 1);
            return result;
        }

        var code = rejection.Code switch
        {
            RejectionCode.TextEmpty => ImportProblemCode.TextEmpty,
            RejectionCode.TextTooLong => ImportProblemCode.TextTooLong,
            _ => ImportProblemCode.TextInvalid,
        };
        var isTooLong = code == ImportProblemCode.TextTooLong;
        Refuse(code, PathOf(name), isTooLong ? maxLength.ToString(CultureInfo.InvariantCulture) : null);
        return "";
    }

    private IEnumerable<JsonElement> Items(string name) =>
        Find(name, JsonValueKind.Array) is { } array ? array.EnumerateArray() : [];

    private JsonElement? Find(string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private JsonElement? Find(string name, JsonValueKind kind)
    {
        if (Find(name) is not { } value || value.ValueKind == kind)
        {
            return Find(name);
        }

        Refuse(ImportProblemCode.WrongType, PathOf(name), kind.ToString().ToLowerInvariant());
        return null;
    }

    private string? Decode(JsonElement text, string path)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, escaped: valid JSON, but no text.
            Refuse(ImportProblemCode.TextInvalid, path);
            return null;
        }
    }
}
