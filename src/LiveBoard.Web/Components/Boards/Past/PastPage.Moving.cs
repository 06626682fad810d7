using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Live;
using LiveBoard.Core.Live.History;

namespace LiveBoard.Web.Components.Boards.Past;

/// <summary>Going about in the past.</summary>
public sealed partial class PastPage
{
    private LiveBoardFrame? _live;
    private PastBoard? _past;
    private DateTime? _at;
    private PastSpan? _span;
    private long _shown;

    /// <summary>When what is shown changes next, UTC; null when it does not.</summary>
    private DateTime? Until =>
        _past is { } past
            ? _view?.Ask<DateTime?>(h => past.Moment < h.Last ? h.Moments[past.Moment + 1].At : null)
            : null;

    /// <summary>Shows the board as it was at a moment; as it is, when the moment has not passed.</summary>
    internal PastPlace ShowAt(DateTime at)
    {
        if (_view is not { } view || at >= Time.GetUtcNow().UtcDateTime)
        {
            return ShowNow();
        }

        var from = view.Ask(h => at < h.Begin ? h.Begin : at);
        return Look(view, view.Ask(h => h.MomentAt(from)), from);
    }

    internal PastPlace StepBy(int by)
    {
        if (_view is not { } view)
        {
            return default;
        }

        if (_past is null && by > 0)
        {
            return ShowNow();
        }

        var (moment, at) = view.Ask(h =>
        {
            // Now is what the last change left; one step back is what was before it.
            var next = Math.Max(Math.Min(h.Last, 0), (_past?.Moment ?? h.Last) + by);
            return (
                next,
                next > h.Last ? default(DateTime?)
                : next < 0 ? h.Begin
                : h.Moments[next].At
            );
        });
        return at is { } then ? Look(view, moment, then) : ShowNow();
    }

    /// <summary>To the beginning of the day; from there to that of the day before.</summary>
    internal PastPlace StepDay(DateTime at, int by)
    {
        var local = Dates.ToLocal(at);
        var day =
            by > 0 ? local.Date.AddDays(1)
            : local.TimeOfDay > TimeSpan.Zero ? local.Date
            : local.Date.AddDays(-1);
        return ShowAt(Dates.ToUtc(day));
    }

    internal PastPlace ShowNow()
    {
        (_past, _at) = (null, null);
        if (_client is not null && _live is { } live)
        {
            Paint(live);
        }

        return default;
    }

    private PastPlace Look(BoardHistoryView view, int moment, DateTime at)
    {
        if (_client is null)
        {
            return default;
        }

        var before = _past;
        var seenAt = Time.GetUtcNow().UtcDateTime;
        var (past, touches) = view.Ask(h =>
        {
            var looked = h.At(moment, before);
            // What happened on the way is shown as on the live board; going back, nothing happens.
            return (looked, before?.Moment < moment ? h.Touches(before.Moment, moment, seenAt) : []);
        });
        (_past, _at) = (past, at);
        if (before?.Moment != moment)
        {
            Paint(new LiveBoardFrame(past.Board, touches, ++_shown));
        }

        return new PastPlace(at, Until);
    }

    private void Paint(LiveBoardFrame frame)
    {
        var before = _client!.Board;
        _client.Show(frame, BoardRole.Viewer);
        if (
            !ReferenceEquals(before.Labels, _client.Board.Labels)
            || !ReferenceEquals(before.People, _client.Board.People)
            || !ReferenceEquals(before.Fields, _client.Board.Fields)
        )
        {
            foreach (var column in _client.Board.Columns)
            {
                _columns.Stamp(column.Id);
            }
        }

        StateHasChanged();
    }

    /// <summary>Where the address leads to; now, when it names no moment.</summary>
    private void Begin()
    {
        Measure();
        if (AtText is not { Length: > 0 } text)
        {
            return;
        }

        _isBadMoment = !DateTime.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out var at
        );
        if (!_isBadMoment)
        {
            ShowAt(at);
        }
    }

    /// <summary>Draws the slider anew: its end is now.</summary>
    private void Measure()
    {
        var begin = _view!.Ask(h =>
        {
            _days.Extend(h);
            return h.Begin;
        });
        _span = _days.Draw(begin, Time.GetUtcNow().UtcDateTime);
    }
}
