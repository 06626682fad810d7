using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Widgets;

namespace LiveBoard.Testing;

/// <summary>Random wishes about a dashboard, from a seed; some of them cannot be done, as in life.</summary>
public sealed class RandomWidgetCommands(int seed, IReadOnlyList<Guid> boardIds)
{
    private readonly Random _random = new(seed);
    private readonly List<Guid> _seen = [];
    private int _count;

    /// <summary>A wish about the dashboard as it is now.</summary>
    public BoardCommand Next(BoardSnapshot dashboard)
    {
        _seen.AddRange(dashboard.Widgets.Keys.Except(_seen).ToList());
        var id = dashboard.Id;
        var text = $"Text {++_count}";
        return _random.Next(12) switch
        {
            0 or 1 or 2 => new AddWidget
            {
                BoardId = id,
                Kind = (WidgetKind)_random.Next(1, 21),
                Title = Flip() ? text : "",
                Settings = Settings(text),
                Place = Flip() ? Place() : null,
            },
            3 or 4 => new ConfigureWidget
            {
                BoardId = id,
                WidgetId = AnyWidget(),
                Title = Flip() ? text : null,
                Settings = Flip() ? Settings(text) : null,
                ExpectedTitle = Flip() ? "" : null,
            },
            5 or 6 or 7 => new PlaceWidget
            {
                BoardId = id,
                WidgetId = AnyWidget(),
                Place = Place(),
            },
            8 => new DuplicateWidget { BoardId = id, WidgetId = AnyWidget() },
            9 or 10 => new RemoveWidget
            {
                BoardId = id,
                WidgetId = AnyWidget(),
                IsRemoved = Flip(),
            },
            _ => new ChangeBoard { BoardId = id, Name = text },
        };
    }

    private WidgetSettings Settings(string text) =>
        new()
        {
            BoardIds = Flip() ? [boardIds[_random.Next(boardIds.Count)]] : [],
            // A field that is nowhere is refused.
            FieldId = _random.Next(8) == 0 ? Guid.CreateVersion7() : null,
            Days = _random.Next(1, 100),
            UntilAt = Flip() ? DateTime.UnixEpoch.AddDays(_count) : null,
            Text = text,
        };

    /// <summary>Sometimes outside the grid.</summary>
    private WidgetPlace Place() => new(_random.Next(10), _random.Next(12), _random.Next(1, 6), _random.Next(1, 5));

    private bool Flip() => _random.Next(2) == 0;

    private Guid AnyWidget() => _seen.Count == 0 ? Guid.Empty : _seen[_random.Next(_seen.Count)];
}
