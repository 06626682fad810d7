using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;

namespace LiveBoard.Core.Commands.Checklists;

/// <summary>A wish about one checklist. One that was taken away is there for whoever brings it back, and for nobody else.</summary>
public abstract record ChecklistCommand : CardCommand
{
    /// <summary>The checklist.</summary>
    public required Guid ChecklistId { get; init; }

    private protected virtual bool IsForRemoved => false;

    private protected sealed override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    )
    {
        var lists = await CardChecklists.LoadAsync(context, card, cancellationToken);
        if (lists.Find(ChecklistId) is not { } checklist || (checklist.DeletedAt is not null && !IsForRemoved))
        {
            return new Rejection(RejectionCode.ChecklistNotFound);
        }

        var rejection = Change(context, lists, checklist);
        lists.Count();
        return rejection;
    }

    private protected abstract Rejection? Change(
        BoardCommandContext context,
        CardChecklists lists,
        Checklist checklist
    );
}
