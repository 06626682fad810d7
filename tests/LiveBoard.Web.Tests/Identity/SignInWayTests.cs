using System.Text.RegularExpressions;
using LiveBoard.Web.Identity;

namespace LiveBoard.Web.Tests.Identity;

/// <summary>A-50: docs/security.md lists the ways to a sign-in, each and no other, and what each counts for.</summary>
public sealed partial class SignInWayTests
{
    [Fact]
    public void WaysToASignIn_AreThoseThatAreDocumented()
    {
        var documented = Rows()
            .SelectMany(row => Name().Matches(row.Ways).Select(m => (m.Groups["name"].Value, row.IsStrong)))
            .OrderBy(way => way.Value, StringComparer.Ordinal);

        Assert.Equal(
            Enum.GetValues<SignInWay>()
                .Select(way => ($"{way}", way.IsStrong()))
                .OrderBy(way => way.Item1, StringComparer.Ordinal),
            documented
        );
    }

    private static IEnumerable<(string Ways, bool IsStrong)> Rows() =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "security.md"))
            .SkipWhile(line => !line.StartsWith("## Ways to a sign-in", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        where line.StartsWith("| `", StringComparison.Ordinal)
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        select (cells[1], cells[2] == "yes");

    [GeneratedRegex("`(?<name>\\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
