using System.Globalization;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Components.Boards;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Cards;

public sealed partial class CardDetailsView
{
    private CardDetails? _details;
    private CardSnapshot? _readFor;

    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    [Parameter, EditorRequired]
    public CardSnapshot Card { get; set; } = null!;

    [Inject]
    private CardReader Reader { get; set; } = null!;

    [Inject]
    private DueDates Dates { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        // Whatever changes on a card gives it another snapshot; the same one needs no second look.
        if (!ReferenceEquals(_readFor, Card))
        {
            _readFor = Card;
            _details = Client.Guest is { } pass
                ? await Reader.ReadAsync(pass, Card.Id)
                : await Reader.ReadAsync(Client.BoardId, Card.Id, Client.Actor);
        }
    }

    private string When(DateTime at) => Dates.ToLocal(at).ToString("d MMM yyyy, HH:mm", CultureInfo.CurrentCulture);
}
