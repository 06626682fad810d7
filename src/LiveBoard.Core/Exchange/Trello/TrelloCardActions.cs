using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Plans;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>History of cards. Entries about cards that are not in the file are told of the board, without a card.</summary>
internal sealed class TrelloCardActions(
    TrelloColumns columns,
    TrelloIds cards,
    TrelloBoardActions others,
    FidelityNotes notes
)
{
    /// <summary>What the action means here; null when it is of none of these types.</summary>
    public IEnumerable<HistoryPlan>? Read(TrelloAction action)
    {
        switch (action.Type)
        {
            case "createCard" or "convertToCardFromCheckItem" or "emailCard":
                return [Into(action, ActivityKind.CardCreated)];
            case "copyCard":
                return [Into(action, ActivityKind.CardDuplicated)];
            case "moveCardToBoard":
                return [Into(action, ActivityKind.CardJoinedBoard)];
            case "moveCardFromBoard":
                return
                [
                    OfCard(action, ActivityKind.CardLeftBoard, before: action.NameIn("card")) with
                    {
                        FromColumnId = ListOf(action, "list"),
                    },
                ];
            case "updateCard":
                return Update(action);
            case "deleteCard":
                return [OfCard(action, ActivityKind.CardDeleted, after: action.NameIn("card"))];
            case "commentCard" or "copyCommentCard":
                return [OfCard(action, ActivityKind.CardCommented)];
            case "addMemberToCard":
                return [OfCard(action, ActivityKind.CardAssigned, after: others.MemberName(action))];
            case "removeMemberFromCard":
                return [OfCard(action, ActivityKind.CardUnassigned, after: others.MemberName(action))];
            case "addAttachmentToCard":
                return [OfCard(action, ActivityKind.CardAttached, after: action.NameIn("attachment"))];
            case "addLabelToCard":
                return [OfCard(action, ActivityKind.CardLabelled, after: action.NameIn("label"))];
            case "removeLabelFromCard":
                return [OfCard(action, ActivityKind.CardUnlabelled, after: action.NameIn("label"))];
            case "addChecklistToCard"
            or "removeChecklistFromCard"
            or "updateChecklist"
            or "createCheckItem"
            or "updateCheckItem"
            or "updateCheckItemStateOnCard"
            or "deleteCheckItem":
                var step = action.NameIn("checkItem") ?? action.NameIn("checklist");
                return [OfCard(action, ActivityKind.ChecklistChanged, after: step)];
            default:
                return null;
        }
    }

    private IEnumerable<HistoryPlan> Update(TrelloAction action)
    {
        if (Move(action) is { } move)
        {
            yield return move;
        }

        var card = action.Data.Object("card");
        foreach (var changed in action.Old?.Names ?? [])
        {
            switch (changed)
            {
                case "idList":
                    break;
                case "name":
                    yield return OfCard(
                        action,
                        ActivityKind.CardRenamed,
                        TrelloAction.Words(action.Old, "name"),
                        action.NameIn("card")
                    );
                    break;
                case "desc":
                    yield return OfCard(
                        action,
                        ActivityKind.CardDescribed,
                        TrelloAction.Words(action.Old, "desc"),
                        TrelloAction.Words(card, "desc")
                    );
                    break;
                case "closed":
                    var isClosed = card?.Flag("closed") ?? false;
                    yield return OfCard(
                        action,
                        isClosed ? ActivityKind.CardArchived : ActivityKind.CardRestored,
                        after: action.NameIn("card")
                    ) with
                    {
                        ColumnId = ListOf(action, "list"),
                    };
                    break;
                case "due":
                    yield return OfCard(action, ActivityKind.CardDueSet, Due(action.Old), Due(card));
                    break;
                case "dueComplete":
                    yield return OfCard(action, ActivityKind.CardDueDone, Done(card, action.Old), Done(card, card));
                    break;
                case "pos":
                    notes.Add(FidelityCode.OrderChanges);
                    break;
                default:
                    notes.Add(FidelityCode.ActionNotCarried, subject: $"updateCard {Excerpt.Of(changed)}");
                    break;
            }
        }
    }

    /// <summary>A move to another list: told by two lists, or by the card's list id before and after.</summary>
    private HistoryPlan? Move(TrelloAction action)
    {
        var isMove = action.Data.Declares("listAfter") || action.Old?.Declares("idList") == true;
        return isMove
            ? OfCard(
                action,
                ActivityKind.CardMoved,
                action.NameIn("listBefore"),
                action.NameIn("listAfter") ?? action.NameIn("list")
            ) with
            {
                ColumnId = ListOf(action, "listAfter") ?? columns.IfKnown(action.Data.Object("card")?.Id("idList")),
                FromColumnId = ListOf(action, "listBefore") ?? columns.IfKnown(action.Old?.Id("idList")),
            }
            : null;
    }

    private HistoryPlan Into(TrelloAction action, ActivityKind kind) =>
        OfCard(action, kind, after: action.NameIn("card")) with
        {
            ColumnId = ListOf(action, "list"),
        };

    private HistoryPlan OfCard(TrelloAction action, ActivityKind kind, string? before = null, string? after = null)
    {
        var cardId = action.Data.Object("card")?.Id("id");
        if (cards.IfKnown(cardId) is { } known)
        {
            return action.Entry(kind, before, after) with { CardId = known };
        }

        notes.Add(FidelityCode.HistoryOfGoneCards);
        return action.Entry(kind, before, after ?? action.NameIn("card"));
    }

    private string? ListOf(TrelloAction action, string name) => columns.IfKnown(action.Data.Object(name)?.Id("id"));

    // The words that the product's own commands use for due dates.
    private static string? Due(TrelloNode? card) => card?.Date("due")?.ToString("u", CultureInfo.InvariantCulture);

    private static string? Done(TrelloNode? card, TrelloNode? flag) =>
        flag?.Flag("dueComplete") == true ? $"{Due(card)} done".Trim() : Due(card);
}
