using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Plans;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>
/// Follows each card through its history, so that folding the history always ends where the card is now. Trello
/// gives the newest thousand actions only: a card's making that is missing is entered at the time its id tells, in
/// the first column it is known to have been in; a last move that must have happened is entered at the card's last
/// activity. Both are reported, and so is every card whose moves do not join up.
/// </summary>
internal sealed class TrelloLifelines(TrelloContext context, TrelloHistory history, DateTime now)
{
    private readonly ILookup<string?, HistoryPlan> _byCard = history.Entries.Where(IsPlace).ToLookup(e => e.CardId);
    private readonly List<HistoryPlan> _beginnings = [];
    private readonly List<HistoryPlan> _ends = [];

    /// <summary>The whole history with what had to be entered, oldest first; complete when all cards have been followed.</summary>
    public IReadOnlyList<HistoryPlan> Entries =>
        // Of equal times, a beginning comes before what is known and an end after it.
        [.. _beginnings.Concat(history.Entries).Concat(_ends).OrderBy(e => e.At)];

    /// <summary>Follows one card to the column it is in.</summary>
    /// <returns>When and by whom it was made.</returns>
    public (DateTime CreatedAt, string? CreatedById) Follow(string cardId, string columnId, TrelloNode card)
    {
        var known = _byCard[cardId].ToList();
        var start = known.Find(IsStart);
        var createdAt = CreatedAt(cardId, card, known, start);
        var isPartial = false;
        if (start is null)
        {
            var first = known.Count == 0 ? columnId : known[0].FromColumnId;
            isPartial = history.IsCapped || first is null;
            start = new HistoryPlan(ActivityKind.CardCreated, createdAt)
            {
                CardId = cardId,
                ColumnId = first ?? columnId,
                After = TrelloAction.Words(card, "name"),
            };
            known.Insert(0, start);
            _beginnings.Add(start);
            context.Notes.Add(FidelityCode.CreationInferred);
        }

        string? at = null;
        foreach (var entry in known)
        {
            isPartial |= !IsStart(entry) && entry.FromColumnId != at;
            at = entry.ColumnId;
        }

        if (at != columnId)
        {
            isPartial = true;
            var last = known[^1].At;
            var moved = card.Date("dateLastActivity") is { } active && active > last ? active : last;
            _ends.Add(
                new HistoryPlan(ActivityKind.CardMoved, moved)
                {
                    CardId = cardId,
                    ColumnId = columnId,
                    FromColumnId = at,
                }
            );
            context.Notes.Add(FidelityCode.MoveInferred);
        }

        context.Notes.Add(FidelityCode.HistoryIsPartial, isPartial ? 1 : 0);
        return (createdAt, start.ActorId);
    }

    private static bool IsStart(HistoryPlan entry) =>
        entry.Kind is ActivityKind.CardCreated or ActivityKind.CardDuplicated or ActivityKind.CardJoinedBoard;

    private static bool IsPlace(HistoryPlan entry) =>
        entry.CardId is not null
        && (IsStart(entry) || entry.Kind is ActivityKind.CardMoved or ActivityKind.CardLeftBoard);

    private DateTime CreatedAt(string cardId, TrelloNode card, List<HistoryPlan> known, HistoryPlan? start)
    {
        var earliest = known.Count == 0 ? (DateTime?)null : known[0].At;
        var told = start is { Kind: not ActivityKind.CardJoinedBoard } ? start.At : TrelloDates.FromId(cardId);
        var at = told ?? earliest ?? card.Date("dateLastActivity") ?? now;
        return earliest < at ? earliest.Value : at;
    }
}
