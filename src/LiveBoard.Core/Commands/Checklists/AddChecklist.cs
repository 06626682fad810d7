using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;

namespace LiveBoard.Core.Commands.Checklists;

/// <summary>Puts a new checklist below the others.</summary>
public sealed record AddChecklist : CardCommand
{
    /// <summary>Its heading.</summary>
    public required string Name { get; init; }

    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    )
    {
        if (TextRules.Line(Name, Checklist.MaxTextLength, "checklist", out var name) is { } invalid)
        {
            return invalid;
        }

        var lists = await CardChecklists.LoadAsync(context, card, cancellationToken);
        if (lists.All.Count >= Checklist.MaxPerCard)
        {
            return new Rejection(RejectionCode.TooMany, "checklists");
        }

        var list = new Checklist
        {
            Id = Guid.CreateVersion7(),
            CardId = card.Id,
            Name = name,
            Position = CardPosition.Between(CardChecklists.LastKey(lists.All.Select(c => c.Position)), null),
        };
        context.Db.Checklists.Add(list);
        context.Log(ActivityKind.ChecklistAdded, card.Id, after: name);
        context.Undo = new RemoveChecklist
        {
            BoardId = BoardId,
            CardId = card.Id,
            ChecklistId = list.Id,
        };
        return null;
    }
}
