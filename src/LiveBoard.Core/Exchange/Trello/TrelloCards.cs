using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Plans;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>The export's cards. Their ids and columns are read first, because history and checklists refer to them.</summary>
internal sealed class TrelloCards
{
    private readonly TrelloContext _context;
    private readonly List<(TrelloNode Node, string Id, string ColumnId)> _cards = [];

    public TrelloCards(TrelloContext context, TrelloNode board, TrelloColumns columns)
    {
        _context = context;
        Ids = new TrelloIds(context, () => References(board));
        if (context.IsTooMany(board.Count("cards"), Card.MaxPerBoard, "$.cards"))
        {
            return;
        }

        foreach (var card in board.Objects("cards").InOrder())
        {
            TrelloKnown.Note(card, "cards", context.Notes);
            _cards.Add((card, Ids.Claim(card), columns.OfCard(card)));
        }
    }

    public TrelloIds Ids { get; }

    public List<CardPlan> Read(
        TrelloPeople people,
        TrelloLabels labels,
        TrelloCustomFields fields,
        TrelloChecklists checklists,
        TrelloHistory history,
        TrelloLifelines lifelines
    )
    {
        var attachments = new TrelloAttachments(_context, people);
        var plans = new List<CardPlan>(_cards.Count);
        foreach (var (node, id, columnId) in _cards)
        {
            var (createdAt, createdBy) = lifelines.Follow(id, columnId, node);
            NoteLosses(node);
            plans.Add(
                new CardPlan(id, columnId, node.Line("name", Card.MaxTitleLength), createdAt)
                {
                    Number = node.Integer("idShort"),
                    Description = node.LongText("desc", Card.MaxDescriptionLength),
                    CreatedById = createdBy,
                    StartAt = node.Date("start"),
                    DueAt = node.Date("due"),
                    IsDueDone = node.Flag("dueComplete"),
                    Cover = Cover(node),
                    IsArchived = node.Flag("closed") | IsTemplate(node),
                    LabelIds = labels.OfCard(node),
                    AssigneeIds = Assignees(node, people),
                    Checklists = checklists.OfCard(id),
                    Comments = history.CommentsOf(id),
                    Attachments = attachments.OfCard(node, createdAt),
                    FieldValues = fields.OfCard(node),
                }
            );
        }

        NoteRenumbered(plans);
        return plans;
    }

    private static IEnumerable<string?> References(TrelloNode board) =>
        board
            .Objects("checklists")
            .Select(checklist => checklist.Id("idCard"))
            .Concat(TrelloAction.DataOfAll(board).Select(data => data.Object("card")?.Id("id")));

    private static List<string> Assignees(TrelloNode card, TrelloPeople people)
    {
        var ids = card.Ids("idMembers").Distinct().Select(id => people.Of(id)!).ToList();
        ids.ForEach(people.CountCard);
        return ids;
    }

    private LabelColor? Cover(TrelloNode card)
    {
        var cover = card.Object("cover");
        var pictures = (cover ?? card).Weigh(cover is null ? "idAttachmentCover" : "idAttachment");
        _context.Notes.Add(FidelityCode.CoverPicture, pictures + (cover?.Weigh("idUploadedBackground") ?? 0));
        return cover?.Id("color") is { } color ? TrelloColors.Of(color, _context.Notes) : null;
    }

    private bool IsTemplate(TrelloNode card)
    {
        var isTemplate = card.Flag("isTemplate");
        _context.Notes.Add(FidelityCode.TemplateArchived, isTemplate ? 1 : 0);
        return isTemplate;
    }

    private void NoteLosses(TrelloNode card)
    {
        _context.Notes.Add(FidelityCode.Votes, card.Weigh("idMembersVoted"));
        _context.Notes.Add(FidelityCode.Stickers, card.Weigh("stickers"));
        _context.Notes.Add(FidelityCode.PowerUpData, card.Weigh("pluginData"));
        _context.Notes.Add(FidelityCode.Locations, Math.Max(card.Weigh("address"), card.Weigh("coordinates")));
        _context.Notes.Add(FidelityCode.Reminders, card.Weigh("dueReminder"));
    }

    private void NoteRenumbered(List<CardPlan> plans)
    {
        var numbers = PlanNumbers.Of(plans);
        _context.Notes.Add(FidelityCode.Renumbered, plans.Where((card, i) => card.Number != numbers[i]).Count());
    }
}
