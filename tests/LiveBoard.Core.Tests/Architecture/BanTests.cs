namespace LiveBoard.Core.Tests.Architecture;

/// <summary>Rules that no compiler knows. A rule that must be broken somewhere names the place and the reason.</summary>
public sealed class BanTests
{
    private static readonly string[] All = ["src", "Migrations", "tests"];
    private static readonly Dictionary<string, string> Nowhere = [];

    public static TheoryData<Ban> Bans =>
        [
            new Ban(
                "Bulk statements and raw SQL pass by the change tracker, so nobody would be told of the change",
                @"\b(ExecuteUpdate|ExecuteDelete|ExecuteSql|FromSql)(Raw|Interpolated)?(Async)?\(",
                "await db.Cards.Where(c => c.IsArchived).ExecuteDeleteAsync();",
                All,
                Nowhere
            ),
            new Ban(
                "The change interceptor sees neither savepoints nor ambient transactions: it would tell what is taken back",
                @"\bTransactionScope\b|\.(Create|RollbackTo)Savepoint",
                "using var scope = new TransactionScope();",
                All,
                Nowhere
            ),
            new Ban(
                "A clock that tests cannot set: use TimeProvider",
                @"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b",
                "CreatedAt = DateTime.UtcNow,",
                All,
                Nowhere
            ),
            new Ban(
                "A test that waits for time is slow or wrong: wait for what happens",
                @"\bTask\.Delay\(|\bThread\.Sleep\(|\bSpinWait\b",
                "await Task.Delay(100);",
                ["tests"],
                new Dictionary<string, string>
                {
                    ["tests/LiveBoard.Benchmarks/"] = "Measures real time and keeps a real rate.",
                }
            ),
            new Ban(
                "Nobody can await it, and its failure ends the process",
                @"\basync void\b",
                "private async void OnClick()",
                All,
                Nowhere
            ),
            new Ban(
                "Blocks a thread, and under load the pool has no other to finish what it waits for",
                @"\.Wait\(\)|\.GetAwaiter\(\)\.GetResult\(\)|\.Result\b",
                "var board = reader.ReadAsync(id).Result;",
                All,
                new Dictionary<string, string>
                {
                    ["src/LiveBoard.Core/Live/HeldOpen.cs"] = "Asks tasks that have ended successfully.",
                    ["src/LiveBoard.Web/Identity/SetupGate.cs"] =
                        "Runs once, at start, in a callback that is not awaited.",
                }
            ),
            new Ban(
                "Text that becomes markup unescaped is how scripts get in: all of it goes through two guarded places",
                @"\bMarkupString\b|\bAddMarkupContent\b",
                "@((MarkupString)Text)",
                ["src"],
                new Dictionary<string, string>
                {
                    ["src/LiveBoard.Web/Components/Boards/ColumnView.razor"] =
                        "Tiles, from the tile renderer, which encodes.",
                    ["src/LiveBoard.Web/Components/Boards/Grid/BoardGrid.razor"] =
                        "Rows made by the row renderer, which encodes every value.",
                    ["src/LiveBoard.Web/Components/Shared/Glyph.cs"] = "Constants: the names of the page's glyphs.",
                    ["src/LiveBoard.Web/Markdown/MarkdownView.razor"] = "Markdown, from the sanitising renderer.",
                }
            ),
            new Ban(
                "A circuit lives for hours and a context for one operation: components ask services",
                @"\b(LiveBoardDbContext|IDbContextFactory|DbContext)\b",
                "[Inject] private LiveBoardDbContext Db { get; set; } = null!;",
                ["src/LiveBoard.Web/Components"],
                Nowhere
            ),
            new Ban(
                "It has neither constraints nor transactions, so a test on it shows nothing",
                @"\bUseInMemoryDatabase\b|\bEnsureCreated(Async)?\(",
                "options.UseInMemoryDatabase(name);",
                ["tests"],
                Nowhere
            ),
        ];

    [Theory]
    [MemberData(nameof(Bans))]
    public void NobodySaysIt(Ban ban)
    {
        var wrong =
            from said in ban.Find()
            where ban.ExceptionFor(said.Path) is null
            select $"{said.Path}: {said.Line}";
        SourceTree.AssertNone(wrong);
    }

    [Theory]
    [MemberData(nameof(Bans))]
    public void NoException_IsLeftOver(Ban ban)
    {
        var used = ban.Find().Select(said => ban.ExceptionFor(said.Path)).OfType<string>().Distinct();
        Assert.Equal(ban.Except.Keys.Order(), used.Order());
    }

    [Theory]
    [MemberData(nameof(Bans))]
    public void ItWouldBeFound(Ban ban) => Assert.True(ban.IsSaidIn(ban.Example), ban.Example);

    [Fact]
    public void FilesAreFound() => Assert.All(All, folder => Assert.NotEmpty(SourceTree.Files(folder, ".cs")));
}
