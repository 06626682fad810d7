using System.Collections.Immutable;
using System.Globalization;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Links;
using LiveBoard.Core.Events;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Boards.Dialogs;
using LiveBoard.Web.Components.Layout;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace LiveBoard.Web.Components.Cards;

public sealed partial class CardLinks
{
    private readonly Dictionary<Guid, IDisposable> _listening = [];
    private ImmutableArray<LinkDetails> _links = [];
    private CardSnapshot? _readFor;

    [Inject]
    private CardReader Reader { get; set; } = null!;

    [Inject]
    private IBoardEventBus Bus { get; set; } = null!;

    [Inject]
    private OverlayHost Overlays { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var listener in _listening.Values)
        {
            listener.Dispose();
        }

        _listening.Clear();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        // A link touches both its cards, so a new one gives this card another snapshot.
        if (!ReferenceEquals(_readFor, Card))
        {
            _readFor = Card;
            await ReadAsync();
        }
    }

    internal static string NameOf(CardLinkKind kind, bool isBackwards) =>
        (kind, isBackwards) switch
        {
            (CardLinkKind.Blocks, false) => FieldTexts.Blocks,
            (CardLinkKind.Blocks, true) => FieldTexts.BlockedBy,
            (CardLinkKind.Duplicates, false) => FieldTexts.Duplicates,
            (CardLinkKind.Duplicates, true) => FieldTexts.DuplicatedBy,
            _ => FieldTexts.Relates,
        };

    private static string WordsOf(LinkDetails link) => NameOf(link.Kind, link.IsBackwards);

    private bool IsHeldUp(LinkDetails link) =>
        link is { Kind: CardLinkKind.Blocks, IsBackwards: true } && Other(link) is { IsFinished: false };

    private static string AddressOf(LinkDetails link, LinkedCardDetails other) =>
        string.Create(CultureInfo.InvariantCulture, $"b/{link.BoardId}/c/{other.Number}");

    /// <summary>The other card as the board shows it now; as it was read when it stands elsewhere.</summary>
    private LinkedCardDetails? Other(LinkDetails link) =>
        Client.Board.Cards.TryGetValue(link.CardId, out var card)
            ? new LinkedCardDetails(
                card.Number,
                card.Title,
                BoardName: null,
                Client.Board.FindColumn(card.ColumnId)?.Stage == ColumnStage.Done
            )
            : link.Other;

    private async Task ReadAsync()
    {
        var links = Client.Guest is { } pass
            ? await Reader.ReadLinksAsync(pass, Card.Id)
            : await Reader.ReadLinksAsync(Client.BoardId, Card.Id, Client.Actor);
        _links = links ?? [];
        Listen([.. _links.Where(l => l.Other is not null && l.BoardId != Client.BoardId).Select(l => l.BoardId)]);
    }

    /// <summary>Cards of other boards are not part of what the page holds; it is told when they change.</summary>
    private void Listen(ImmutableHashSet<Guid> boards)
    {
        foreach (var id in _listening.Keys.Where(id => !boards.Contains(id)).ToList())
        {
            _listening[id].Dispose();
            _listening.Remove(id);
        }

        foreach (var id in boards.Where(id => !_listening.ContainsKey(id)))
        {
            _listening[id] = Bus.SubscribeBoard(id, OnChanged);
        }
    }

    private void OnChanged(BoardChangeSet changes)
    {
        var isConcerned = changes.Events.Any(e =>
            e is ColumnUpserted or ColumnRemoved or BoardUpserted
            || (e is CardUpserted { Card.Id: var id } && _links.Any(l => l.CardId == id))
            || (e is CardRemoved { CardId: var gone } && _links.Any(l => l.CardId == gone))
        );
        if (isConcerned)
        {
            _ = InvokeAsync(async () =>
            {
                await ReadAsync();
                StateHasChanged();
            });
        }
    }

    private Task AddAsync() =>
        Overlays.ShowAsync<LinkDialog>(
            FieldTexts.LinkDialog,
            new DialogParameters { [nameof(BoardDialogBase.Client)] = Client, [nameof(LinkDialog.Card)] = Card },
            DialogKinds.OverBoard
        );

    private Task RemoveAsync(LinkDetails link) =>
        Client.SendAsync(
            new LinkCards
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                ToBoardId = link.BoardId,
                ToCardId = link.CardId,
                Kind = link.Kind,
                IsBackwards = link.IsBackwards,
                IsOn = false,
            },
            FieldTexts.LinkRemoved
        );
}
