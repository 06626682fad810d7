namespace LiveBoard.Web.CommandLine;

/// <summary>Something the program does instead of serving.</summary>
/// <param name="Words">What it is asked for with.</param>
/// <param name="Parameters">What comes after them, as it is shown to people: words without a dash, in brackets when they may be left out.</param>
/// <param name="Meaning">What it does, in words.</param>
/// <param name="IsDatabaseReady">True when the database must have been locked and brought to this program's schema before.</param>
/// <param name="RunAsync">Does it; gets the words after its own. Returns the exit code.</param>
internal sealed record Command(
    string Words,
    string Parameters,
    string Meaning,
    bool IsDatabaseReady,
    Func<IServiceProvider, IReadOnlyList<string>, Task<int>> RunAsync
)
{
    /// <summary>Its words, one by one.</summary>
    public string[] Name => Words.Split(' ');

    /// <summary>True when these are its words, with as many after them as it takes.</summary>
    public bool IsMeant(IReadOnlyList<string> words)
    {
        var taken = Parameters
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(p => !p.StartsWith('-'))
            .ToList();
        var given = words.Count - Name.Length;
        return words.Take(Name.Length).SequenceEqual(Name, StringComparer.Ordinal)
            && given <= taken.Count
            && given >= taken.Count(p => !p.StartsWith('['));
    }
}
