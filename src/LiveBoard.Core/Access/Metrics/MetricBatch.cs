namespace LiveBoard.Core.Access.Metrics;

/// <summary>What a push says, checked as far as that needs no database: each time once, to the millisecond.</summary>
internal sealed class MetricBatch
{
    private readonly Dictionary<string, Dictionary<DateTime, double>> _points = new(StringComparer.Ordinal);

    public MetricBatch(IReadOnlyList<MetricPush> pushes, DateTime now)
    {
        Pushes = pushes;
        Refusal = Read(now);
    }

    public IReadOnlyList<MetricPush> Pushes { get; }

    /// <summary>Points of all series.</summary>
    public int Count { get; private set; }

    /// <summary>What is wrong with it; null for nothing.</summary>
    public MetricRefusal? Refusal { get; }

    public IReadOnlyDictionary<DateTime, double> PointsOf(MetricPush push) => _points[push.Key];

    private MetricRefusal? Read(DateTime now)
    {
        if (Pushes.Count == 0)
        {
            return new MetricRefusal(MetricRefusalCode.NoPoints, "");
        }

        foreach (var push in Pushes)
        {
            if (push.Points.Count == 0)
            {
                return new MetricRefusal(MetricRefusalCode.NoPoints, push.PointsPlace);
            }

            Count += push.Points.Count;
            if (Count > MetricRules.MaxPoints)
            {
                return new MetricRefusal(MetricRefusalCode.TooManyPoints, push.PointsPlace);
            }

            if (Read(push, now) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private MetricRefusal? Read(MetricPush push, DateTime now)
    {
        var points = _points[push.Key] = new Dictionary<DateTime, double>(push.Points.Count);
        for (var i = 0; i < push.Points.Count; i++)
        {
            var (time, value) = push.Points[i];
            var at = MetricRules.ToStored(time ?? now);
            if (!double.IsFinite(value))
            {
                return new MetricRefusal(MetricRefusalCode.ValueNotFinite, push.PlaceOf(i, "value"));
            }

            if (!MetricRules.IsTime(at, now))
            {
                return new MetricRefusal(MetricRefusalCode.TimeOutOfRange, push.PlaceOf(i, "at"));
            }

            if (!points.TryAdd(at, value))
            {
                return new MetricRefusal(MetricRefusalCode.TimeRepeated, push.PlaceOf(i, "at"));
            }
        }

        return null;
    }
}
