using System.Text.RegularExpressions;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Tests.Architecture;

/// <summary>The folders of Core depend on each other in one direction only; project references see to the rest.</summary>
public sealed partial class LayerTests
{
    private static readonly string[] Below = ["Boards", "Events", "Data", "Access"];

    /// <summary>What each folder may know besides itself.</summary>
    private static readonly Dictionary<string, string[]> MayKnow = new(StringComparer.Ordinal)
    {
        ["Boards"] = [],
        ["Events"] = ["Boards"],
        ["Data"] = ["Boards", "Events"],
        ["Access"] = ["Boards", "Events", "Data"],
        ["Commands"] = Below,
        ["Live"] = Below,
        // Dashboards follow open boards.
        ["Dashboards"] = [.. Below, "Live"],
        // Importers issue commands like everybody else.
        ["Exchange"] = [.. Below, "Commands"],
        // A table's cells are those that commands name.
        ["Grids"] = [.. Below, "Commands"],
    };

    [Fact]
    public void Folders_OfCore_KnowOnlyWhatLiesBelowThem()
    {
        var wrong =
            from file in SourceTree.Files("src/LiveBoard.Core", ".cs")
            let folder = file.Path.Split('/')[2]
            from line in file.Code
            from known in FoldersIn(line)
            where known != folder && !MayKnow.GetValueOrDefault(folder, []).Contains(known)
            select $"{file.Path}: {line.Trim()}";
        SourceTree.AssertNone(wrong);
    }

    [Fact]
    public void EveryFile_OfCore_IsInAFolderOfTheArchitecture_AndInItsNamespace()
    {
        var wrong =
            from file in SourceTree.Files("src/LiveBoard.Core", ".cs")
            let folder = file.Path.Split('/')[2]
            where !MayKnow.ContainsKey(folder) || !file.Code.Any(line => Namespace(folder).IsMatch(line))
            select file.Path;
        SourceTree.AssertNone(wrong);
    }

    [Fact]
    public void Core_KnowsNeitherADatabaseNorTheWeb()
    {
        var wrong =
            from reference in typeof(LiveBoardDbContext).Assembly.GetReferencedAssemblies()
            where WebOrDatabase().IsMatch(reference.Name!)
            select reference.Name!;
        SourceTree.AssertNone(wrong);
    }

    [Theory]
    [InlineData("using LiveBoard.Core.Live;", "Live")]
    [InlineData("    private readonly Commands.BoardCommand _command;", "Commands")]
    [InlineData("    var boards = db.Boards.Where(b => true);", null)]
    public void Reference_IsRecognised(string line, string? folder) =>
        Assert.Equal(folder, FoldersIn(line).FirstOrDefault());

    private static IEnumerable<string> FoldersIn(string line) =>
        Reference().Matches(line).Select(match => match.Groups["folder"].Value);

    private static Regex Namespace(string folder) =>
        new($@"^namespace LiveBoard\.Core\.{folder}[.;]", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [GeneratedRegex(
        @"(?<![\w.])(LiveBoard\.Core\.|Core\.)?(?<folder>Boards|Events|Data|Access|Commands|Live|Dashboards|Exchange|Grids)(\.[A-Z]|;)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Reference();

    [GeneratedRegex(
        @"Sqlite|Npgsql|LiveBoard\.(Web|Migrations)|AspNetCore\.(Components|Http|Mvc|Routing)|SignalR",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex WebOrDatabase();
}
