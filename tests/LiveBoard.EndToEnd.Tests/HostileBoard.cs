using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Plans;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>A board on which every text is hostile.</summary>
internal static class HostileBoard
{
    /// <summary>Stands in a hostile place of an address that is allowed.</summary>
    public const string Address = $"https://example.org/\"'><{HostileText.Element}>?{HostileText.Script}#javascript:";

    /// <summary>Cards 1 and 2 in the first column, card 3 and a column put away.</summary>
    public static BoardPlan Create(DateTime now, Guid accountId) =>
        new()
        {
            Name = HostileText.Of("board"),
            Description = HostileText.Of("purpose"),
            Source = HostileText.Of("source"),
            People =
            [
                new PersonPlan("account", "An account", accountId),
                new PersonPlan("guest", HostileText.Of("guest")),
            ],
            Labels = [new LabelPlan("label", HostileText.Of("label"), LabelColor.Sky)],
            Columns =
            [
                new ColumnPlan("first", HostileText.Of("first")),
                new ColumnPlan("second", HostileText.Of("second")),
                new ColumnPlan("away", HostileText.Of("away")) { IsArchived = true },
            ],
            CustomFields = [new CustomFieldPlan("field", HostileText.Of("field"), CustomFieldType.Text)],
            Cards =
            [
                Full(now),
                new CardPlan("other", "first", HostileText.Of("other"), now) { Number = 2 },
                new CardPlan("shelved", "first", HostileText.Of("shelved"), now) { Number = 3, IsArchived = true },
            ],
            History =
            [
                new HistoryPlan(ActivityKind.CardRenamed, now)
                {
                    ActorId = "guest",
                    CardId = "full",
                    Before = HostileText.Of("before"),
                    After = HostileText.Of("after"),
                },
                new HistoryPlan(ActivityKind.CardMoved, now)
                {
                    ActorId = "account",
                    CardId = "full",
                    ColumnId = "first",
                    FromColumnId = "second",
                    Before = HostileText.Of("second"),
                    After = HostileText.Of("first"),
                },
            ],
        };

    private static CardPlan Full(DateTime now) =>
        new("full", "first", HostileText.Of("full"), now)
        {
            Number = 1,
            Description = HostileText.Markdown,
            DueAt = now,
            LabelIds = ["label"],
            AssigneeIds = ["account", "guest"],
            Checklists =
            [
                new ChecklistPlan(HostileText.Of("checklist"), [new ChecklistItemPlan(HostileText.Of("item"))]),
            ],
            Comments =
            [
                new CommentPlan(HostileText.Markdown, now.AddMinutes(-1), "guest"),
                new CommentPlan(HostileText.Of("comment"), now, "account"),
            ],
            Attachments =
            [
                new AttachmentPlan(HostileText.Of("file"), null, now),
                new AttachmentPlan(HostileText.Of("link"), Address, now),
            ],
            FieldValues = [new FieldValuePlan("field", HostileText.Of("value"))],
        };
}
