using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Plans;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>The export's lists, and one more for cards whose list is not among them.</summary>
internal sealed class TrelloColumns
{
    private readonly TrelloContext _context;
    private readonly TrelloIds _ids;
    private readonly List<ColumnPlan> _plans = [];
    private string? _withoutList;

    public TrelloColumns(TrelloContext context, TrelloNode board)
    {
        _context = context;
        _ids = new TrelloIds(context, () => References(board));
        if (context.IsTooMany(board.Count("lists"), Column.MaxPerBoard, "$.lists"))
        {
            return;
        }

        foreach (var list in board.Objects("lists").InOrder())
        {
            TrelloKnown.Note(list, "lists", context.Notes);
            var id = _ids.Claim(list);
            var name = list.Line("name", Column.MaxNameLength);
            _plans.Add(
                new ColumnPlan(id, name)
                {
                    IsArchived = list.Flag("closed"),
                    // Trello's soft limit is a limit of work in progress; 0 means none.
                    WipLimit = list.Integer("softLimit") is { } limit and > 0 ? limit : null,
                }
            );
        }
    }

    public IReadOnlyList<ColumnPlan> Plans => _plans;

    /// <summary>The column if it is on the board, else null.</summary>
    public string? IfKnown(string? listId) => _ids.IfKnown(listId);

    /// <summary>The column of a card.</summary>
    public string OfCard(TrelloNode card)
    {
        var listId = card.RequiredId("idList");
        if (_ids.Contains(listId))
        {
            return listId;
        }

        _context.Notes.Add(FidelityCode.CardWithoutList);
        if (_withoutList is null)
        {
            _withoutList = _ids.Next("without");
            _plans.Add(new ColumnPlan(_withoutList, _context.Options.ColumnWithoutList));
        }

        return _withoutList;
    }

    private static IEnumerable<string?> References(TrelloNode board) =>
        board
            .Objects("cards")
            .Select(card => card.Id("idList"))
            .Concat(TrelloAction.DataOfAll(board).Select(data => data.Object("list")?.Id("id")));
}
