using LiveBoard.Core.Boards;
using static LiveBoard.Core.Boards.ColumnStage;

namespace LiveBoard.Core.Exchange.Demo;

/// <summary>The main demo board: what must be ready before the first winter crossing.</summary>
internal static class WinterTimetable
{
    public static readonly DemoBoard Board = new(
        "Winter timetable",
        "Everything that must be ready before the first winter crossing.",
        [
            ("Timetable", LabelColor.Sky),
            ("Ticketing", LabelColor.Clay),
            ("Passengers", LabelColor.Rose),
            ("Piers", LabelColor.Straw),
            ("Accessibility", LabelColor.Plum),
            ("Crew", LabelColor.Moss),
            ("Booking", LabelColor.Ink),
            ("Field", LabelColor.Leaf),
            ("Supplier", LabelColor.Stone),
            ("Urgent", LabelColor.Brick),
        ],
        [
            new("Inbox", NotStarted, WinterTimetableOpen.Inbox),
            new("Needs a decision", NotStarted, WinterTimetableOpen.Decisions) { IsDetour = true },
            new("Ready", NotStarted, WinterTimetableOpen.Ready) { Limit = 8 },
            new("In progress", InProgress, WinterTimetableOpen.InProgress) { Limit = 5 },
            new("Field test", InProgress, WinterTimetableOpen.FieldTest) { Limit = 4, IsDetour = true },
            new("Waiting on supplier", InProgress, []) { IsDetour = true },
            new("In review", InProgress, WinterTimetableOpen.InReview) { Limit = 5 },
            new("Ready to publish", InProgress, WinterTimetableOpen.ToPublish),
            new("Published", Done, WinterTimetableDone.Published) { Archived = WinterTimetableDone.Archived },
        ]
    );
}
