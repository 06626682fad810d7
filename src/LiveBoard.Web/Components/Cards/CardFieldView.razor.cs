using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Web.Components.Boards;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Cards;

public sealed partial class CardFieldView
{
    private IReadOnlyList<PersonSnapshot> _assignable = [];
    private FieldReading _read = FieldReading.None;
    private SetCardField? _wanted;
    private TextClash? _clash;

    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    [Parameter, EditorRequired]
    public CardSnapshot Card { get; set; } = null!;

    [Parameter, EditorRequired]
    public FieldSnapshot Field { get; set; } = null!;

    [Parameter]
    public FieldValueSnapshot? Value { get; set; }

    [Inject]
    private AssignableReader Assignable { get; set; } = null!;

    [Inject]
    private DueDates Dates { get; set; } = null!;

    private string Text => Value?.Value ?? "";

    private string Words => Value is { } value ? FieldWords.Of(Field, value, Client.Board, Dates) : "";

    private string InputType =>
        Field.Type switch
        {
            CustomFieldType.Number => "number",
            CustomFieldType.Date => "date",
            CustomFieldType.Link => "url",
            _ => "text",
        };

    private string Shown =>
        Field.Type == CustomFieldType.Date && FieldNotation.DateOf(Text) is { } at
            ? Dates.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : Text;

    /// <summary>The choices, and what the card holds even when it is none any more.</summary>
    private IEnumerable<string> Options
    {
        get
        {
            var options = FieldNotation.ChoicesOf(Field.Options);
            return Text.Length == 0 || options.Contains(Text, StringComparer.Ordinal) ? options : [Text, .. options];
        }
    }

    private FieldReading Now => new(Text, Value?.PersonId);

    /// <summary>What stood there when the viewer began to change it.</summary>
    private void Note() => _read = Now;

    private async Task LoadPeopleAsync()
    {
        Note();
        _assignable = await Assignable.ReadAsync(Client.BoardId, Client.Actor);
    }

    private Task ChooseAsync(Guid? personId) => SendAsync("", personId, _read);

    private Task TickAsync(ChangeEventArgs change) => SendAsync(change.Value is true ? "true" : "", null, Now);

    private Task SetAsync(ChangeEventArgs change)
    {
        var text = change.Value as string ?? "";
        if (Field.Type == CustomFieldType.Date && DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day))
        {
            text = FieldNotation.Of(Dates.ToUtc(day.ToDateTime(TimeOnly.MinValue)));
        }

        return SendAsync(text, null, _read);
    }

    private async Task OverwriteAsync()
    {
        _clash = null;
        if (_wanted is { } wanted)
        {
            await SendAsync(wanted.Value, wanted.PersonId, Now);
        }
    }

    private async Task SendAsync(string value, Guid? personId, FieldReading read)
    {
        _wanted = new SetCardField
        {
            BoardId = Client.BoardId,
            CardId = Card.Id,
            FieldId = Field.Id,
            Value = value,
            PersonId = personId,
            ReadAs = read,
        };
        var result = await Client.SendAsync(_wanted, isClashShown: true);
        _clash = TextClash.Of(WordsOf(value, personId), result);
        if (result.IsDone)
        {
            _read = new FieldReading(value, personId);
        }
    }

    private string WordsOf(string value, Guid? personId) =>
        personId is { } id
            ? _assignable.FirstOrDefault(p => p.Id == id)?.Name ?? ""
            : FieldWords.Of(Field, new FieldValueSnapshot(Field.Id, value, null), Client.Board, Dates);
}
