using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Testing;

/// <summary>Boards in memory, for tests of what is drawn.</summary>
public static class SampleSnapshots
{
    public static BoardSnapshot Board(int columns, int cardsPerColumn)
    {
        var number = 0;
        var made = Enumerable
            .Range(1, columns)
            .Select(c =>
            {
                var id = Guid.CreateVersion7();
                var cards = CardPosition.Spread(cardsPerColumn).Select(position => Card(++number, id, position));
                return Column($"Column {c}", id, [.. cards]);
            })
            .ToImmutableArray();
        var header = new BoardHeader(
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            "Winter timetable",
            "",
            BoardVisibility.Workspace,
            BoardRole.Editor,
            IsArchived: false,
            BoardKind.Kanban
        );
        return new BoardSnapshot(
            header,
            1,
            made,
            made.SelectMany(c => c.Cards).ToImmutableDictionary(c => c.Id),
            ImmutableDictionary<Guid, LabelSnapshot>.Empty,
            ImmutableDictionary<Guid, PersonSnapshot>.Empty,
            ImmutableDictionary<Guid, FieldSnapshot>.Empty,
            ImmutableDictionary<Guid, WidgetSnapshot>.Empty
        );
    }

    public static ColumnSnapshot Column(string name, Guid id, ImmutableArray<CardSnapshot> cards) =>
        new(id, name, "a0", WipLimit: null, IsWipLimitHard: false, ColumnStage.NotStarted, cards);

    public static CardSnapshot Card(int number, Guid columnId, string position, string? title = null) =>
        new(
            Guid.CreateVersion7(),
            number,
            columnId,
            position,
            title ?? $"Card {number}",
            Description: "",
            StartAt: null,
            DueAt: null,
            IsDueDone: false,
            Cover: null,
            CoverImageId: null,
            ReminderMinutes: null,
            LabelIds: [],
            AssigneeIds: [],
            FieldValues: [],
            BlockerIds: [],
            ChecklistDone: 0,
            ChecklistTotal: 0,
            CommentCount: 0,
            AttachmentCount: 0,
            new DateTime(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc),
            Version: 1
        );
}
