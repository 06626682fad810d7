using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Components.Boards;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Cards;

public sealed partial class CardDetailsView
{
    private CardDetails? _details;
    private CardSnapshot? _readFor;
    private int _comments = CardReader.FirstComments;

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
            await ReadAsync();
        }
    }

    private Task ReadEarlierAsync()
    {
        _comments += CardReader.FirstComments;
        return ReadAsync();
    }

    private async Task ReadAsync() =>
        _details = Client.Guest is { } pass
            ? await Reader.ReadAsync(pass, Card.Id, _comments)
            : await Reader.ReadAsync(Client.BoardId, Card.Id, Client.Actor, _comments);
}
