using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Checklists;

/// <summary>Gives a checklist another heading.</summary>
public sealed record RenameChecklist : ChecklistCommand
{
    /// <summary>The new heading.</summary>
    public required string Name { get; init; }

    /// <summary>The heading it was read with; when somebody changed it since, the command is rejected with the current one. Null to overwrite.</summary>
    public string? ExpectedName { get; init; }

    private protected override Rejection? Change(BoardCommandContext context, CardChecklists lists, Checklist checklist)
    {
        if (TextRules.Line(Name, Checklist.MaxTextLength, "checklist", out var name) is { } invalid)
        {
            return invalid;
        }

        if (ExpectedName is not null && checklist.Name != ExpectedName && checklist.Name != name)
        {
            return new Rejection(RejectionCode.ChangedMeanwhile, "checklist", checklist.Name);
        }

        if (checklist.Name != name)
        {
            context.Log(ActivityKind.ChecklistRenamed, CardId, before: checklist.Name, after: name);
            context.Undo = this with { CommandId = Guid.CreateVersion7(), Name = checklist.Name, ExpectedName = name };
            checklist.Name = name;
        }

        return null;
    }
}
