using System.Globalization;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Live.History;

/// <summary>What a column was called, where it stood and whether it did, as the log tells it.</summary>
internal sealed class ColumnPast(Guid columnId)
{
    private readonly Course<bool> _stands = new();
    private readonly Course<string> _name = new();
    private readonly Course<string> _position = new();
    private readonly Course<int?> _limit = new();
    private readonly Course<ColumnStage> _stage = new();
    private ColumnSnapshot? _today;
    private bool _standsToday;
    private int? _madeAt;
    private int? _usedAt;

    public Guid ColumnId => columnId;

    /// <summary>Says what is true of it today.</summary>
    public void Know(ColumnSnapshot today, bool stands) => (_today, _standsToday) = (today, stands);

    /// <summary>Notes that a card was in it: an import may tell of cards in a column before it tells of the column.</summary>
    public void Use(int moment) => _usedAt ??= moment;

    public void Apply(ActivityEntry entry, int moment)
    {
        switch (entry.Kind)
        {
            case ActivityKind.ColumnCreated:
                _stands.Note(moment, before: false, after: true);
                _madeAt ??= moment;
                Note(_name, moment, entry.Before, entry.After);
                Note(_position, moment, entry.FromPosition, entry.Position);
                break;
            case ActivityKind.ColumnArchived or ActivityKind.ColumnRestored:
                var isBack = entry.Kind == ActivityKind.ColumnRestored;
                _stands.Note(moment, before: !isBack, after: isBack);
                break;
            case ActivityKind.ColumnRenamed:
                Note(_name, moment, entry.Before, entry.After);
                break;
            case ActivityKind.ColumnMoved:
                Note(_position, moment, entry.FromPosition, entry.Position);
                break;
            case ActivityKind.ColumnLimitSet:
                _limit.Note(moment, Limit(entry.Before), Limit(entry.After));
                break;
            case ActivityKind.ColumnStageSet
                when Enum.TryParse<ColumnStage>(entry.Before, out var before)
                    && Enum.TryParse<ColumnStage>(entry.After, out var after):
                _stage.Note(moment, before, after);
                break;
            default:
                break;
        }
    }

    /// <summary>The column without its cards as it was after a moment; null while it did not stand on the board.</summary>
    public ColumnSnapshot? At(int moment) =>
        _today is not null && Stands(moment)
            ? _today with
            {
                Name = Course<string>.Find(_name, moment, _today.Name),
                Position = Course<string>.Find(_position, moment, _today.Position),
                WipLimit = Course<int?>.Find(_limit, moment, _today.WipLimit),
                Stage = Course<ColumnStage>.Find(_stage, moment, _today.Stage),
                Cards = [],
            }
            : null;

    private bool Stands(int moment) =>
        Course<bool>.Find(_stands, moment, _standsToday) || (moment < _madeAt && moment >= _usedAt);

    private static void Note(Course<string> course, int moment, string? before, string? after)
    {
        if (after is null)
        {
            return;
        }

        if (before is null)
        {
            course.Note(moment, after);
        }
        else
        {
            course.Note(moment, before, after);
        }
    }

    private static int? Limit(string? words) =>
        int.TryParse(words, CultureInfo.InvariantCulture, out var limit) ? limit : null;
}
