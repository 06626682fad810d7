using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Plans;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>
/// Checklists by card. They stand beside the cards; old ones say nothing of their card, which then names them, and
/// the card says which of their items are ticked.
/// </summary>
internal sealed class TrelloChecklists
{
    private readonly TrelloPeople _people;
    private readonly Dictionary<string, List<ChecklistPlan>> _byCard = [];

    public TrelloChecklists(TrelloContext context, TrelloNode board, TrelloIds cards, TrelloPeople people)
    {
        _people = people;
        var ids = new TrelloIds(context, () => []);
        var ticked = TickedByCards(board);
        var owners = OwnersByCards(board);
        foreach (var checklist in board.Objects("checklists").InOrder())
        {
            TrelloKnown.Note(checklist, "checklists", context.Notes);
            var id = ids.Claim(checklist);
            var cardId = cards.IfKnown(checklist.Id("idCard") ?? owners.GetValueOrDefault(id));
            if (cardId is null)
            {
                context.Notes.Add(FidelityCode.ChecklistWithoutCard);
                continue;
            }

            if (!_byCard.TryGetValue(cardId, out var ofCard))
            {
                _byCard.Add(cardId, ofCard = []);
            }

            ofCard.Add(Read(checklist, ticked));
        }
    }

    public IReadOnlyList<ChecklistPlan> OfCard(string cardId) => _byCard.GetValueOrDefault(cardId) ?? [];

    private static HashSet<string> TickedByCards(TrelloNode board) =>
        [
            .. board
                .Objects("cards")
                .SelectMany(card => card.Objects("checkItemStates"))
                .Where(state => state.Text("state") == "complete")
                .Select(state => state.Id("idCheckItem"))
                .OfType<string>(),
        ];

    private static Dictionary<string, string> OwnersByCards(TrelloNode board)
    {
        var owners = new Dictionary<string, string>();
        foreach (var card in board.Objects("cards"))
        {
            foreach (var id in card.Ids("idChecklists"))
            {
                owners.TryAdd(id, card.Id("id") ?? "");
            }
        }

        return owners;
    }

    private ChecklistPlan Read(TrelloNode checklist, HashSet<string> ticked)
    {
        var name = checklist.OptionalLine("name", Checklist.MaxTextLength);
        var items = checklist.Objects("checkItems").InOrder().Select(item => ReadItem(item, ticked));
        return new ChecklistPlan(name, [.. items]);
    }

    private ChecklistItemPlan ReadItem(TrelloNode item, HashSet<string> ticked)
    {
        var state = item.Text("state");
        var isDone = state == "complete" || (item.Id("id") is { } id && ticked.Contains(id));
        return new ChecklistItemPlan(
            item.Line("name", Checklist.MaxTextLength),
            isDone,
            item.Date("due"),
            _people.Of(item.Id("idMember"))
        );
    }
}
