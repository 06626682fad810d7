namespace LiveBoard.Core.Tests.Architecture;

/// <summary>The repository's own source files, as they lie on disk beside the tests.</summary>
internal static class SourceTree
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "TestResults"];

    private static readonly Lazy<string> Root = new(FindRoot);

    /// <summary>Files below a folder with one of these endings, by path from the root with forward slashes.</summary>
    public static IEnumerable<SourceFile> Files(string folder, params string[] endings) =>
        Directory
            .EnumerateFiles(Path.Combine(Root.Value, folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root.Value, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Intersect(NotOurs).Any())
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllLines(Path.Combine(Root.Value, path))));

    /// <summary>Fails with all that is wrong; a collection assertion would cut the paths short.</summary>
    public static void AssertNone(IEnumerable<string> wrong)
    {
        var found = wrong.ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LiveBoard.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException("The tests do not lie below the folder of LiveBoard.sln.");
    }
}

/// <summary>A source file.</summary>
/// <param name="Path">Its path from the root of the repository.</param>
/// <param name="Lines">Its text.</param>
internal sealed record SourceFile(string Path, string[] Lines)
{
    /// <summary>What is neither a comment nor empty.</summary>
    public IEnumerable<string> Code =>
        Lines.Where(line =>
            line.TrimStart() is { Length: > 0 } text && !text.StartsWith("//", StringComparison.Ordinal)
        );
}
