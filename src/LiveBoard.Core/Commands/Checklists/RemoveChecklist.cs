using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Checklists;

/// <summary>Takes a checklist away with its items, or brings it back.</summary>
public sealed record RemoveChecklist : ChecklistCommand
{
    /// <summary>False to bring it back.</summary>
    public bool IsRemoved { get; init; } = true;

    private protected override bool IsForRemoved => true;

    private protected override Rejection? Change(BoardCommandContext context, CardChecklists lists, Checklist checklist)
    {
        if (checklist.DeletedAt is not null != IsRemoved)
        {
            checklist.DeletedAt = IsRemoved ? context.Now : null;
            context.Log(
                IsRemoved ? ActivityKind.ChecklistRemoved : ActivityKind.ChecklistRestored,
                CardId,
                after: checklist.Name
            );
            context.Undo = this with { CommandId = Guid.CreateVersion7(), IsRemoved = !IsRemoved };
        }

        return null;
    }
}
