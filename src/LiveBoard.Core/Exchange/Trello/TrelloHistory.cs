using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Plans;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>The export's actions, oldest first: history of the board, and the comments on its cards.</summary>
internal sealed class TrelloHistory
{
    /// <summary>Trello exports no more actions than this.</summary>
    private const int MaxExported = 1000;

    private readonly Dictionary<string, List<CommentPlan>> _comments = [];
    private readonly List<HistoryPlan> _entries = [];

    public TrelloHistory(
        TrelloContext context,
        TrelloNode board,
        TrelloPeople people,
        TrelloColumns columns,
        TrelloIds cards
    )
    {
        var ofBoard = new TrelloBoardActions(columns, people, context.Notes);
        var ofCards = new TrelloCardActions(columns, cards, ofBoard, context.Notes);
        var actions = Read(context, board, people);
        IsCapped = actions.Count >= MaxExported;
        context.Notes.Add(FidelityCode.HistoryIsCapped, IsCapped ? actions.Count : 0);
        foreach (var action in actions)
        {
            if ((ofCards.Read(action) ?? ofBoard.Read(action)) is { } entries)
            {
                _entries.AddRange(entries);
            }
            else
            {
                context.Notes.Add(FidelityCode.ActionNotCarried, subject: Excerpt.Of(action.Type));
            }

            if (action.Type is "commentCard" or "copyCommentCard")
            {
                AddComment(context, action, cards);
            }
        }
    }

    /// <summary>True when older actions may be missing.</summary>
    public bool IsCapped { get; }

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<HistoryPlan> Entries => _entries;

    /// <summary>The comments on a card, oldest first.</summary>
    public IReadOnlyList<CommentPlan> CommentsOf(string cardId) => _comments.GetValueOrDefault(cardId) ?? [];

    private static List<TrelloAction> Read(TrelloContext context, TrelloNode board, TrelloPeople people)
    {
        var seen = new HashSet<string>();
        var actions = new List<TrelloAction>();
        foreach (var node in board.Objects("actions"))
        {
            TrelloKnown.Note(node, "actions", context.Notes);
            if (node.Id("id") is { } id && !seen.Add(id))
            {
                context.Notes.Add(FidelityCode.DuplicateId);
            }
            else if (ReadOne(node, people) is { } action)
            {
                actions.Add(action);
            }
        }

        // Newest first in the file; among equal times that order is kept, turned round.
        actions.Reverse();
        return [.. actions.OrderBy(a => a.At)];
    }

    private static TrelloAction? ReadOne(TrelloNode node, TrelloPeople people)
    {
        var type = node.Id("type");
        var at = node.Date("date");
        if (type is null || at is null || node.Object("data") is not { } data)
        {
            foreach (var name in new[] { "type", "date", "data" })
            {
                if (!node.Declares(name))
                {
                    node.Refuse(ImportProblemCode.Missing, node.PathOf(name));
                }
            }

            return null;
        }

        var actor = people.Of(node.Id("idMemberCreator"), node.Object("memberCreator"));
        return new TrelloAction(node, data, type, at.Value, actor);
    }

    private void AddComment(TrelloContext context, TrelloAction action, TrelloIds cards)
    {
        if (cards.IfKnown(action.Data.Object("card")?.Id("id")) is not { } cardId)
        {
            context.Notes.Add(FidelityCode.CommentWithoutCard);
            return;
        }

        if (!_comments.TryGetValue(cardId, out var comments))
        {
            _comments.Add(cardId, comments = []);
        }

        var text = action.Data.LongText("text", Comment.MaxLength);
        comments.Add(new CommentPlan(text, action.At, action.ActorId, action.Data.Date("dateLastEdited")));
    }
}
