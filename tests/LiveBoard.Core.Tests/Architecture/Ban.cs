using System.Text.RegularExpressions;

namespace LiveBoard.Core.Tests.Architecture;

/// <summary>Something that source files must not say.</summary>
/// <param name="Why">What goes wrong with it.</param>
/// <param name="Pattern">How it is recognised in a line.</param>
/// <param name="Example">A line that says it: shows that it would be recognised.</param>
/// <param name="Folders">Where it is banned.</param>
/// <param name="Except">Files (or folders, with a closing slash) that may say it, each with its reason.</param>
public sealed record Ban(
    string Why,
    string Pattern,
    string Example,
    string[] Folders,
    IReadOnlyDictionary<string, string> Except
)
{
    private readonly Regex _pattern = new(Pattern, RegexOptions.None, TimeSpan.FromSeconds(1));

    public bool IsSaidIn(string line) => _pattern.IsMatch(line);

    public override string ToString() => Why;

    internal IEnumerable<(string Path, string Line)> Find() =>
        from folder in Folders
        from file in SourceTree.Files(folder, ".cs", ".razor")
        where !file.Path.StartsWith("tests/LiveBoard.Core.Tests/Architecture/", StringComparison.Ordinal)
        from line in file.Code
        where IsSaidIn(line)
        select (file.Path, line.Trim());

    internal string? ExceptionFor(string path) =>
        Except.Keys.FirstOrDefault(e => path == e || (e.EndsWith('/') && path.StartsWith(e, StringComparison.Ordinal)));
}
