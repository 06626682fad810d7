namespace LiveBoard.Core.Tests.Architecture;

public sealed class FileLengthTests
{
    private const int MaxLines = 300;

    private static readonly string[] Folders = ["src", "tests", "Migrations"];

    private static readonly string[] Endings = [".cs", ".razor", ".css", ".js", ".mjs", ".ts"];

    [Fact]
    public void NoFile_IsTooLongToRead()
    {
        var wrong =
            from folder in Folders
            from file in SourceTree.Files(folder, Endings)
            where file.Lines.Length > MaxLines && !IsGenerated(file.Path)
            select $"{file.Path}: {file.Lines.Length} lines";
        SourceTree.AssertNone(wrong);
    }

    /// <summary>Migrations as the tool writes them, and the script bundle.</summary>
    private static bool IsGenerated(string path)
    {
        var name = Path.GetFileName(path);
        return path.StartsWith("src/LiveBoard.Web/wwwroot/js/", StringComparison.Ordinal)
            || name.EndsWith(".Designer.cs", StringComparison.Ordinal)
            || name.EndsWith("ModelSnapshot.cs", StringComparison.Ordinal)
            || (path.StartsWith("Migrations/", StringComparison.Ordinal) && char.IsAsciiDigit(name[0]));
    }
}
