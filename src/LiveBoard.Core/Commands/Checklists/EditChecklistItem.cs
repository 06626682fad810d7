using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Checklists;

/// <summary>Says an item in other words.</summary>
public sealed record EditChecklistItem : ChecklistItemCommand
{
    /// <summary>The new text.</summary>
    public required string Text { get; init; }

    /// <summary>The text it was read with; when somebody changed it since, the command is rejected with the current one. Null to overwrite.</summary>
    public string? ExpectedText { get; init; }

    private protected override Rejection? Change(BoardCommandContext context, ItemPlace place)
    {
        if (TextRules.Line(Text, Checklist.MaxTextLength, "item", out var text) is { } invalid)
        {
            return invalid;
        }

        var item = place.Item;
        if (ExpectedText is not null && item.Text != ExpectedText && item.Text != text)
        {
            return new Rejection(RejectionCode.ChangedMeanwhile, "item", item.Text);
        }

        if (item.Text != text)
        {
            context.Log(ActivityKind.ItemEdited, CardId, before: item.Text, after: text);
            context.Undo = this with { CommandId = Guid.CreateVersion7(), Text = item.Text, ExpectedText = text };
            item.Text = text;
        }

        return null;
    }
}
