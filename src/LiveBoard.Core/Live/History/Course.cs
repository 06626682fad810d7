namespace LiveBoard.Core.Live.History;

/// <summary>What the log tells of one value: from which moment on it was what, and what it was before the first of them.</summary>
internal sealed class Course<T>
{
    private readonly List<(int Moment, T Value)> _marks = [];
    private (bool IsKnown, T? Value) _begin;

    /// <summary>From this moment on it was this; what it was before is not said.</summary>
    public void Note(int moment, T after) => _marks.Add((moment, after));

    /// <summary>From this moment on it was this, and something else before.</summary>
    public void Note(int moment, T before, T after)
    {
        if (_marks.Count == 0)
        {
            _begin = (true, before);
        }

        _marks.Add((moment, after));
    }

    /// <summary>What it was after a moment; false when the log does not say.</summary>
    public bool TryFind(int moment, out T value)
    {
        var (low, high) = (0, _marks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _marks[middle].Moment <= moment ? (middle + 1, high) : (low, middle);
        }

        value = low > 0 ? _marks[low - 1].Value : _begin.Value!;
        return low > 0 || _begin.IsKnown;
    }

    /// <summary>What it was after a moment; where the log does not say, what it is today.</summary>
    public static T Find(Course<T>? course, int moment, T today) =>
        course is not null && course.TryFind(moment, out var value) ? value : today;
}

/// <summary>A number that the log tells the changes of: counted back from what it is today.</summary>
internal sealed class Tally
{
    private readonly Course<int> _sums = new();
    private int _sum;
    private int _base;

    public void Add(int moment, int change)
    {
        var before = _sum;
        _sum += change;
        _sums.Note(moment, before, _sum);
    }

    /// <summary>Says what it is after all changes so far.</summary>
    public void Set(int today) => _base = today - _sum;

    public int Find(int moment) => Math.Max(0, _base + (_sums.TryFind(moment, out var sum) ? sum : _sum));
}
