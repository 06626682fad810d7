using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Bulk;
using LiveBoard.Web.Components.Boards.Selection;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Boards;

/// <summary>Which cards the viewer has picked, and what a drag of them means.</summary>
public sealed partial class BoardPage
{
    public void Select(Action<CardSelection, IReadOnlyList<Guid>> choose)
    {
        if (_client is { CanEdit: true } client)
        {
            choose(client.Selection, VisibleCards(client));
        }
    }

    public async Task<bool> MoveSelectedAsync(CardsMove move)
    {
        if (_client is not { CanEdit: true } client || client.Selection.In(client.Board) is not { Count: > 0 } cards)
        {
            return false;
        }

        var change = new ChangeCards
        {
            BoardId = BoardId,
            CardIds = [.. cards.Select(c => c.Id)],
            Move = move,
        };
        return (await client.SendAsync(change, SelectionTexts.Moved.With(Counts.Cards(cards.Count)))).IsDone;
    }

    /// <summary>All that the filter lets through, in order, also further down than a column shows yet.</summary>
    private List<Guid> VisibleCards(BoardClient client)
    {
        var now = Time.GetUtcNow().UtcDateTime;
        return
        [
            .. client
                .Board.Columns.SelectMany(c => c.Cards)
                .Where(c => !client.Filter.IsActive || client.Filter.Matches(c, now))
                .Select(c => c.Id),
        ];
    }

    private void OnPicked(IReadOnlyCollection<Guid> cardIds)
    {
        if (_client is { } client)
        {
            var columns = cardIds.Select(id => client.Board.Cards.GetValueOrDefault(id)?.ColumnId).ToHashSet();
            Stamp(column => columns.Contains(column.Id));
            StateHasChanged();
        }
    }
}
