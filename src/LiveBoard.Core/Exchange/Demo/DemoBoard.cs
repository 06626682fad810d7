using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Exchange.Demo;

/// <summary>What a demo board shows; times, numbers and history are made up around it.</summary>
internal sealed record DemoBoard(
    string Name,
    string Description,
    IReadOnlyList<(string Name, LabelColor Color)> Labels,
    IReadOnlyList<DemoColumn> Columns
);

/// <summary>A column and the cards in it, from the top.</summary>
internal sealed record DemoColumn(string Name, ColumnStage Stage, IReadOnlyList<DemoCard> Cards)
{
    public int? Limit { get; init; }

    /// <summary>True for a column that most cards pass by on their way.</summary>
    public bool IsDetour { get; init; }

    /// <summary>Titles of finished cards that have been archived, newest first.</summary>
    public IReadOnlyList<DemoCard> Archived { get; init; } = [];
}

/// <summary>A card. Labels are told by name and people by initials, separated by spaces and commas.</summary>
internal sealed record DemoCard(string Title, string Labels = "", string People = "")
{
    /// <summary>Days from today until it is due; negative for overdue.</summary>
    public int? Due { get; init; }

    public string Text { get; init; } = "";

    public LabelColor? Cover { get; init; }

    public string Checklist { get; init; } = "Steps";

    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>How many of the steps are ticked, from the top.</summary>
    public int Ticked { get; init; }

    /// <summary>What was said, oldest first.</summary>
    public IReadOnlyList<(string Who, string Text)> Said { get; init; } = [];

    public IReadOnlyList<(string Name, string Url)> Links { get; init; } = [];

    public IEnumerable<string> LabelNames => Labels.Split(", ", StringSplitOptions.RemoveEmptyEntries);

    public IEnumerable<string> Initials => People.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
