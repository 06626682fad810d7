using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Checklists;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LiveBoard.Web.Components.Cards;

public sealed partial class ChecklistItemView
{
    private IReadOnlyList<PersonSnapshot> _assignable = [];
    private string _readText = "";
    private ElementReference _words;
    private int _placeBefore;
    private TextClash? _clash;
    private bool _isEditing;
    private bool _isMoving;

    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    [Parameter, EditorRequired]
    public CardSnapshot Card { get; set; } = null!;

    [Parameter, EditorRequired]
    public ChecklistDetails Checklist { get; set; } = null!;

    [Parameter, EditorRequired]
    public ChecklistItemDetails Item { get; set; } = null!;

    [Inject]
    private AssignableReader Assignable { get; set; } = null!;

    [Inject]
    private DueDates Dates { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private DateTime Now => Time.GetUtcNow().UtcDateTime;

    private string SheetName => $"item-{Item.Id:N}";

    private int Place => Checklist.Items.IndexOf(Item);

    private string? DueText =>
        Item.DueAt is { } due ? Dates.DayOf(due).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private string? DueClass =>
        Item.IsDone ? "done"
        : Item.DueAt < Now ? "over"
        : null;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (!_isEditing)
        {
            _readText = Item.Text;
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Moved on the page it has lost the focus, and whoever moves it by keys goes on doing so.
        if (_isMoving && Place != _placeBefore && !_isEditing)
        {
            _isMoving = false;
            await _words.FocusAsync();
        }
    }

    private Task OnKeyAsync(KeyboardEventArgs key) =>
        (key.AltKey, key.Key) switch
        {
            (true, "ArrowUp") when Place > 0 => MoveAsync(-1),
            (true, "ArrowDown") when Place < Checklist.Items.Length - 1 => MoveAsync(1),
            _ => Task.CompletedTask,
        };

    private async Task LoadPeopleAsync() => _assignable = await Assignable.ReadAsync(Client.BoardId, Client.Actor);

    private Task TickAsync() =>
        Client.SendAsync(
            new TickChecklistItem
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                ItemId = Item.Id,
                IsDone = !Item.IsDone,
            }
        );

    private async Task EditAsync(string? text)
    {
        _isEditing = false;
        if (text is not null)
        {
            await EditAsync(text, _readText);
        }
    }

    private async Task EditAsync(string text, string expected)
    {
        var edit = new EditChecklistItem
        {
            BoardId = Client.BoardId,
            CardId = Card.Id,
            ItemId = Item.Id,
            Text = text,
            ExpectedText = expected,
        };
        _clash = TextClash.Of(text, await Client.SendAsync(edit, isClashShown: true));
    }

    /// <summary>One place up or down.</summary>
    private Task MoveAsync(int step)
    {
        (_isMoving, _placeBefore) = (true, Place);
        var before = Place + (step < 0 ? -1 : 2);
        return Client.SendAsync(
            new MoveChecklistItem
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                ItemId = Item.Id,
                ToChecklistId = Checklist.Id,
                BeforeItemId = before < Checklist.Items.Length ? Checklist.Items[Math.Max(0, before)].Id : null,
            }
        );
    }

    /// <summary>Due by the end of that day.</summary>
    private Task SetDueAsync(ChangeEventArgs change)
    {
        var isDay = DateOnly.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var day);
        return Client.SendAsync(
            new SetChecklistItemDue
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                ItemId = Item.Id,
                DueAt = isDay ? Dates.ToUtc(day.ToDateTime(new TimeOnly(23, 59))) : null,
            }
        );
    }

    private Task AssignAsync(Guid? personId) =>
        Client.SendAsync(
            new SetChecklistItemAssignee
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                ItemId = Item.Id,
                PersonId = personId,
            }
        );

    private Task TurnIntoCardAsync() =>
        Client.SendAsync(
            new TurnItemIntoCard
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                ItemId = Item.Id,
            },
            CardTexts.TurnedIntoCard.With(Item.Text)
        );

    private Task RemoveAsync() =>
        Client.SendAsync(
            new RemoveChecklistItem
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                ItemId = Item.Id,
            },
            BoardTexts.Deleted.With(Item.Text)
        );
}
