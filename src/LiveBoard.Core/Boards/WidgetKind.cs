namespace LiveBoard.Core.Boards;

/// <summary>What a widget shows. Stored by number: a number is never given to another kind.</summary>
public enum WidgetKind
{
    /// <summary>Cards in each column.</summary>
    CardsPerColumn = 1,

    /// <summary>Cards of each person.</summary>
    CardsPerAssignee = 2,

    /// <summary>Cards with each label.</summary>
    CardsPerLabel = 3,

    /// <summary>Cards by the value of one custom field.</summary>
    CardsPerField = 4,

    /// <summary>Cards at each stage, day by day.</summary>
    CumulativeFlow = 5,

    /// <summary>Cards done in each day or week.</summary>
    Throughput = 6,

    /// <summary>How long each card took, one dot per card.</summary>
    CycleTime = 7,

    /// <summary>How many cards took how long.</summary>
    CycleTimeHistogram = 8,

    /// <summary>What is left, or what is done, on the way to a date.</summary>
    Burn = 9,

    /// <summary>How long the cards that are being worked on have been.</summary>
    AgeingWork = 10,

    /// <summary>Cards that are held up or late.</summary>
    BlockedAndOverdue = 11,

    /// <summary>Cards that are due in the next seven days.</summary>
    DueThisWeek = 12,

    /// <summary>Cards that fit a filter.</summary>
    CardList = 13,

    /// <summary>What people did lately.</summary>
    RecentActivity = 14,

    /// <summary>Who has the boards open.</summary>
    WhoIsHere = 15,

    /// <summary>One number.</summary>
    Number = 16,

    /// <summary>A series of numbers from outside, over time.</summary>
    MetricChart = 17,

    /// <summary>A text.</summary>
    Note = 18,

    /// <summary>The time left until a moment.</summary>
    Countdown = 19,

    /// <summary>The time of day.</summary>
    Clock = 20,
}

/// <summary>How large a new widget is.</summary>
public static class WidgetSizes
{
    /// <summary>Columns and rows of a widget whose maker named none: charts with a time axis are wide, single facts small.</summary>
    public static (int Width, int Height) Of(WidgetKind kind) =>
        kind switch
        {
            WidgetKind.CumulativeFlow or WidgetKind.Burn or WidgetKind.MetricChart => (8, 4),
            WidgetKind.Throughput or WidgetKind.CycleTime or WidgetKind.CycleTimeHistogram => (6, 4),
            WidgetKind.CardsPerColumn or WidgetKind.AgeingWork or WidgetKind.BlockedAndOverdue => (6, 4),
            WidgetKind.WhoIsHere or WidgetKind.Number or WidgetKind.Countdown or WidgetKind.Clock => (3, 2),
            _ => (4, 4),
        };
}
