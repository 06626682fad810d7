using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Bulk;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Boards.Selection;

public sealed partial class SelectionBar
{
    private IReadOnlyList<PersonSnapshot> _people = [];

    /// <summary>The board's client: what is done goes through it, with its words and its undo.</summary>
    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    /// <summary>The picked cards, as they are now, in the order in which they are to stand after a move.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<CardSnapshot> Cards { get; set; } = [];

    /// <summary>Called when the viewer lets them go.</summary>
    [Parameter]
    public EventCallback OnClear { get; set; }

    [Inject]
    private AssignableReader Assignable { get; set; } = null!;

    private string Words => Cards.Count == 1 ? SelectionTexts.OneSelected : SelectionTexts.Selected.With(Cards.Count);

    /// <summary>A wish about the cards as they are picked at this moment.</summary>
    private ChangeCards Change => new() { BoardId = Client.BoardId, CardIds = [.. Cards.Select(c => c.Id)] };

    private async Task LoadPeopleAsync() => _people = await Assignable.ReadAsync(Client.BoardId, Client.Actor);

    private string StateOf(Func<CardSnapshot, bool> has) =>
        Cards.All(has) ? "true"
        : Cards.Any(has) ? "mixed"
        : "false";

    private string TickOf(Func<CardSnapshot, bool> has) =>
        Cards.All(has) ? "✓"
        : Cards.Any(has) ? "–"
        : "";

    private Task MoveAsync(ColumnSnapshot column) =>
        SendAsync(Change with { Move = new CardsMove(column.Id) }, SelectionTexts.Moved);

    /// <summary>On all of them unless all have it; then off all.</summary>
    private Task LabelAsync(LabelSnapshot label)
    {
        var isOff = Cards.All(c => c.LabelIds.Contains(label.Id));
        return isOff
            ? SendAsync(Change with { LabelsOff = [label.Id] }, SelectionTexts.LabelOff)
            : SendAsync(Change with { LabelsOn = [label.Id] }, SelectionTexts.LabelOn);
    }

    private Task AssignAsync(PersonSnapshot person)
    {
        var isOff = Cards.All(c => c.AssigneeIds.Contains(person.Id));
        return isOff
            ? SendAsync(Change with { PeopleOff = [person.Id] }, SelectionTexts.Unassigned)
            : SendAsync(Change with { PeopleOn = [person.Id] }, SelectionTexts.Assigned);
    }

    private Task ShelveAsync(CardShelf to) =>
        SendAsync(Change with { Shelf = to }, to == CardShelf.Trash ? SelectionTexts.Deleted : SelectionTexts.Archived);

    private Task SendAsync((ChangeCards Change, string Text) wish) => SendAsync(wish.Change, wish.Text);

    private Task SendAsync(ChangeCards change, string text) =>
        change.CardIds.Count == 0
            ? Task.CompletedTask
            : Client.SendAsync(change, text.With(Counts(change.CardIds.Count)));

    private static string Counts(int count) => Shared.Counts.Cards(count);
}
