using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Plans;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>History of the board itself, its lists, labels and people.</summary>
internal sealed class TrelloBoardActions(TrelloColumns columns, TrelloPeople people, FidelityNotes notes)
{
    /// <summary>What the action means here; null when it is of none of these types.</summary>
    public IEnumerable<HistoryPlan>? Read(TrelloAction action)
    {
        switch (action.Type)
        {
            case "createBoard" or "copyBoard":
                return [action.Entry(ActivityKind.BoardCreated, after: action.NameIn("board"))];
            case "updateBoard":
                return UpdateBoard(action);
            case "createList" or "moveListToBoard":
                return [OfColumn(action, ActivityKind.ColumnCreated)];
            case "updateList":
                return UpdateList(action);
            case "addMemberToBoard" or "makeAdminOfBoard" or "makeNormalMemberOfBoard" or "makeObserverOfBoard":
                return [action.Entry(ActivityKind.MemberSet, after: MemberName(action))];
            case "removeMemberFromBoard":
                return [action.Entry(ActivityKind.MemberRemoved, before: MemberName(action))];
            case "createLabel":
                return [action.Entry(ActivityKind.LabelCreated, after: action.NameIn("label"))];
            case "updateLabel":
                return
                [
                    action.Entry(
                        ActivityKind.LabelChanged,
                        TrelloAction.Words(action.Old, "name"),
                        action.NameIn("label")
                    ),
                ];
            case "deleteLabel":
                return [action.Entry(ActivityKind.LabelDeleted, before: action.NameIn("label"))];
            default:
                return null;
        }
    }

    /// <summary>Name of the member that an action is about.</summary>
    public string? MemberName(TrelloAction action)
    {
        var described = action.Node.Object("member") ?? action.Data.Object("member");
        var id = action.Data.Id("idMember") ?? action.Data.Id("idMemberAdded") ?? described?.Id("id");
        return people.Of(id, described) is { } known ? people.NameOf(known) : null;
    }

    private IEnumerable<HistoryPlan> UpdateBoard(TrelloAction action)
    {
        var board = action.Data.Object("board");
        foreach (var changed in action.Old?.Names ?? [])
        {
            switch (changed)
            {
                case "name":
                    yield return action.Entry(
                        ActivityKind.BoardRenamed,
                        TrelloAction.Words(action.Old, "name"),
                        action.NameIn("board")
                    );
                    break;
                case "closed":
                    var isClosed = board?.Flag("closed") ?? false;
                    var kind = isClosed ? ActivityKind.BoardArchived : ActivityKind.BoardRestored;
                    yield return action.Entry(kind, after: action.NameIn("board"));
                    break;
                case "prefs" when action.Old!.Object("prefs")?.Text("permissionLevel") is { } level:
                    var now = TrelloAction.Words(board?.Object("prefs"), "permissionLevel");
                    yield return action.Entry(ActivityKind.BoardAccessChanged, level, now);
                    break;
                default:
                    notes.Add(FidelityCode.ActionNotCarried, subject: $"updateBoard {Excerpt.Of(changed)}");
                    break;
            }
        }
    }

    private IEnumerable<HistoryPlan> UpdateList(TrelloAction action)
    {
        foreach (var changed in action.Old?.Names ?? [])
        {
            switch (changed)
            {
                case "name":
                    yield return OfColumn(action, ActivityKind.ColumnRenamed) with
                    {
                        Before = TrelloAction.Words(action.Old, "name"),
                    };
                    break;
                case "closed":
                    var isClosed = action.Data.Object("list")?.Flag("closed") ?? false;
                    yield return OfColumn(action, isClosed ? ActivityKind.ColumnArchived : ActivityKind.ColumnRestored);
                    break;
                case "pos":
                    yield return OfColumn(action, ActivityKind.ColumnMoved);
                    break;
                default:
                    notes.Add(FidelityCode.ActionNotCarried, subject: $"updateList {Excerpt.Of(changed)}");
                    break;
            }
        }
    }

    private HistoryPlan OfColumn(TrelloAction action, ActivityKind kind) =>
        action.Entry(kind, after: action.NameIn("list")) with
        {
            ColumnId = columns.IfKnown(action.Data.Object("list")?.Id("id")),
        };
}
