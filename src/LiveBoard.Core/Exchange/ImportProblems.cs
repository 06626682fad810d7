namespace LiveBoard.Core.Exchange;

/// <summary>Collects what is wrong with a file: all of it is counted, the first ones are kept.</summary>
internal sealed class ImportProblems
{
    /// <summary>Most problems that are kept.</summary>
    public const int MaxKept = 100;

    private readonly List<ImportProblem> _kept = [];

    public int Count { get; private set; }

    public IReadOnlyList<ImportProblem> Kept => _kept;

    public void Add(ImportProblem problem)
    {
        // Some parts of a file are looked at more than once.
        if (_kept.Contains(problem))
        {
            return;
        }

        Count++;
        if (_kept.Count < MaxKept)
        {
            _kept.Add(problem);
        }
    }
}
