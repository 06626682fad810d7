using System.Globalization;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Live;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LiveBoard.Web.Components.Cards;

public sealed partial class CardPanel
{
    private IReadOnlyList<PersonSnapshot> _readers = [];
    private CardEditors? _editors;
    private PresenceSnapshot? _editorsFrom;

    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    [Parameter, EditorRequired]
    public CardSnapshot Card { get; set; } = null!;

    [Parameter, EditorRequired]
    public PresenceSnapshot Here { get; set; } = null!;

    [Parameter]
    public EventCallback OnClose { get; set; }

    [Parameter]
    public EventCallback<Guid> OnMove { get; set; }

    /// <summary>Opens what else can be done with the card; none where there is nothing else.</summary>
    [Parameter]
    public EventCallback<MouseEventArgs> OnMenu { get; set; }

    [Inject]
    private NameableReader Nameable { get; set; } = null!;

    private string ColumnName => Client.Board.FindColumn(Card.ColumnId)?.Name ?? "";

    private string PanelWords => BoardTexts.CardNumber.With(Card.Number);

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_editorsFrom, Here))
        {
            _editorsFrom = Here;
            var editors = new CardEditors(Here, Card.Number, Client.Actor.PersonId);
            if (!editors.IsSameAs(_editors))
            {
                _editors = editors;
            }
        }

        _readers =
        [
            .. Here
                .People.Where(p => p.OpenCard == Card.Number && p.Person.Id != Client.Actor.PersonId)
                .Select(p => p.Person),
        ];
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (Client.People.Count == 0)
        {
            Client.People = Client.Guest is null
                ? await Nameable.ReadAsync(Client.BoardId, Client.Actor)
                : [.. Client.Board.People.Values];
        }
    }

    private async Task ShelveAsync(CardShelf to)
    {
        var text = to == CardShelf.Trash ? BoardTexts.Deleted : BoardTexts.Archived;
        await OnClose.InvokeAsync();
        await Client.SendAsync(
            new ShelveCards
            {
                BoardId = Client.BoardId,
                CardIds = [Card.Id],
                To = to,
            },
            text.With(Card.Title)
        );
    }
}
