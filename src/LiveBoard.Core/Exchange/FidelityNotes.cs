namespace LiveBoard.Core.Exchange;

/// <summary>Counts what an import does not carry while the source is read.</summary>
internal sealed class FidelityNotes
{
    /// <summary>Most subjects kept for one code: a file may hold any number of unknown names.</summary>
    private const int MaxSubjects = 100;

    private readonly Dictionary<(FidelityCode Code, string? Subject), int> _counts = [];
    private readonly Dictionary<FidelityCode, int> _subjects = [];

    public void Add(FidelityCode code, int count = 1, string? subject = null)
    {
        var key = (code, subject);
        if (count <= 0 || (!_counts.ContainsKey(key) && IsFull(code)))
        {
            return;
        }

        _counts[key] = _counts.GetValueOrDefault(key) + count;
    }

    public IReadOnlyList<FidelityNote> ToList() =>
        [
            .. _counts
                .Select(c => new FidelityNote(c.Key.Code, c.Value, c.Key.Subject))
                .OrderBy(n => n.Code)
                .ThenByDescending(n => n.Count)
                .ThenBy(n => n.Subject, StringComparer.Ordinal),
        ];

    private bool IsFull(FidelityCode code)
    {
        var count = _subjects.GetValueOrDefault(code);
        _subjects[code] = count + 1;
        return count >= MaxSubjects;
    }
}
