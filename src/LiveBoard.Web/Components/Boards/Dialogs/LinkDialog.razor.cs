using System.Globalization;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Links;
using LiveBoard.Core.Live;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Boards.Dialogs;

public sealed partial class LinkDialog
{
    private const int MaxFound = 8;

    private static readonly IReadOnlyList<(CardLinkKind Kind, bool IsBackwards)> Kinds =
    [
        (CardLinkKind.Relates, false),
        (CardLinkKind.Blocks, false),
        (CardLinkKind.Blocks, true),
        (CardLinkKind.Duplicates, false),
        (CardLinkKind.Duplicates, true),
    ];

    private IReadOnlyList<BoardListing> _boards = [];
    private BoardSnapshot? _other;
    private Guid _boardId;
    private string _text = "";
    private int _kind;

    [Parameter, EditorRequired]
    public CardSnapshot Card { get; set; } = null!;

    [Inject]
    private BoardDirectory Boards { get; set; } = null!;

    [Inject]
    private LiveBoardRegistry Live { get; set; } = null!;

    private bool IsHere => _boardId == Client.BoardId;

    private string Words => _text.Trim().TrimStart('#');

    /// <summary>The newest first: what one has in mind was seldom made long ago.</summary>
    private IReadOnlyList<CardSnapshot> Found =>
        [
            .. ((IsHere ? Board : _other)?.Cards.Values ?? [])
                .Where(c => c.Id != Card.Id && CardWords.AreMeant(Words, c))
                .OrderByDescending(c => c.Number)
                .Take(MaxFound),
        ];

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _boardId = Client.BoardId;
        _boards = await Boards.ReadEditableAsync(Client.Actor);
    }

    private void Find(ChangeEventArgs change) => _text = change.Value as string ?? "";

    private void ChooseKind(ChangeEventArgs change) =>
        _kind = int.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var i)
            ? Math.Clamp(i, 0, Kinds.Count - 1)
            : 0;

    private async Task ChooseBoardAsync(ChangeEventArgs change)
    {
        _boardId = Guid.TryParse(change.Value as string, out var id) ? id : Client.BoardId;
        _other = IsHere ? null : (await Live.PeekAsync(_boardId, Client.Actor))?.Frame.Board;
    }

    private async Task LinkAsync(CardSnapshot other)
    {
        var link = new LinkCards
        {
            BoardId = Client.BoardId,
            CardId = Card.Id,
            ToBoardId = _boardId,
            ToCardId = other.Id,
            Kind = Kinds[_kind].Kind,
            IsBackwards = Kinds[_kind].IsBackwards,
        };
        if ((await Client.SendAsync(link, FieldTexts.Linked.With(other.Number))).IsDone)
        {
            Close();
        }
    }
}
