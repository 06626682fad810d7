using System.Collections.Immutable;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Live;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Boards.Dialogs;

public sealed partial class MoveCardDialog
{
    /// <summary>Stands for "before all others" in the list of positions; no card has this id.</summary>
    private static readonly Guid Top = new("00000000-0000-0000-0000-000000000001");

    private static readonly Guid Bottom = Guid.Empty;

    private IReadOnlyList<BoardListing> _boards = [];
    private ImmutableArray<ColumnSnapshot> _columns = [];
    private Guid _boardId;
    private Guid _columnId;
    private Guid _afterId = Bottom;

    [Parameter, EditorRequired]
    public CardSnapshot Card { get; set; } = null!;

    [Inject]
    private BoardDirectory Boards { get; set; } = null!;

    [Inject]
    private LiveBoardRegistry Live { get; set; } = null!;

    private bool IsHere => _boardId == Client.BoardId;

    private IEnumerable<CardSnapshot> Neighbours =>
        Board.FindColumn(_columnId)?.Cards.Where(c => c.Id != Card.Id) ?? [];

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _boardId = Client.BoardId;
        _columnId = Card.ColumnId;
        _columns = Board.Columns;
        _boards = await Boards.ReadEditableAsync(Client.Actor);
    }

    /// <inheritdoc />
    protected override void OnBoardChanged()
    {
        if (IsHere)
        {
            _columns = Board.Columns;
        }

        base.OnBoardChanged();
    }

    private async Task ChooseBoardAsync(ChangeEventArgs change)
    {
        _boardId = IdOf(change);
        var other = IsHere ? Board : (await Live.PeekAsync(_boardId, Client.Actor))?.Frame.Board;
        _columns = other?.Columns ?? [];
        _columnId = _columns.FirstOrDefault()?.Id ?? Guid.Empty;
        _afterId = Bottom;
    }

    private void ChooseColumn(ChangeEventArgs change)
    {
        _columnId = IdOf(change);
        _afterId = Bottom;
    }

    private void ChooseNeighbour(ChangeEventArgs change) => _afterId = IdOf(change);

    private static Guid IdOf(ChangeEventArgs change) =>
        Guid.TryParse(change.Value as string, out var id) ? id : Guid.Empty;

    private async Task MoveAsync()
    {
        var result = await Client.SendAsync(IsHere ? MoveHere() : MoveThere(), BoardTexts.CardMoved);
        if (result.IsDone)
        {
            Close();
        }
    }

    private MoveCard MoveHere() =>
        new()
        {
            BoardId = Client.BoardId,
            CardId = Card.Id,
            ToColumnId = _columnId,
            AfterCardId = _afterId == Top || _afterId == Bottom ? null : _afterId,
            BeforeCardId = _afterId == Top ? Neighbours.FirstOrDefault()?.Id : null,
        };

    private BoardCommand MoveThere() =>
        new MoveCardToBoard
        {
            BoardId = Client.BoardId,
            CardId = Card.Id,
            ToBoardId = _boardId,
            ToColumnId = _columnId,
        };
}
