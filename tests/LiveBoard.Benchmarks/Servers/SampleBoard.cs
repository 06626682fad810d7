using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Plans;

namespace LiveBoard.Benchmarks.Servers;

/// <summary>A board as teams have them: labels, due dates, checklists and comments on many of its cards.</summary>
internal static class SampleBoard
{
    private const int ColumnCount = 10;

    private static readonly DateTime Start = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);

    private static readonly string[] Deeds =
    [
        "Check the ramp at low tide",
        "Write to the harbour office about the fog rules",
        "Replace the lamp on pier",
        "Agree on the winter timetable with the crews",
        "Test the ticket machine",
    ];

    public static BoardPlan Create(int cards) =>
        new()
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"Board of {cards} cards"),
            Columns = [.. Enumerable.Range(0, ColumnCount).Select(i => new ColumnPlan($"c{i}", $"Column {i + 1}"))],
            Labels = [.. Enumerable.Range(0, 6).Select(i => new LabelPlan($"l{i}", $"Label {i + 1}", (LabelColor)i))],
            Cards = [.. Enumerable.Range(0, cards).Select(CardOf)],
        };

    private static CardPlan CardOf(int i)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"{CardToken.Of(i)} {Deeds[i % Deeds.Length]}");
        return new CardPlan($"k{i}", $"c{i % ColumnCount}", title, Start.AddHours(i % 500))
        {
            LabelIds = i % 2 == 0 ? [$"l{i % 6}"] : [],
            DueAt = i % 5 == 0 ? Start.AddDays(i % 90) : null,
            Description = i % 3 == 0 ? "With a **description** of some length." : "",
            Checklists =
                i % 4 == 0
                    ? [new ChecklistPlan("Steps", [new ChecklistItemPlan("Begin", true), new ChecklistItemPlan("End")])]
                    : [],
            Comments = i % 6 == 0 ? [new CommentPlan("Looked at it.", Start.AddDays(1))] : [],
        };
    }
}
