using LiveBoard.Core.Boards;
using LiveBoard.Testing;
using LiveBoard.Web.Components.Boards;

namespace LiveBoard.Web.Tests.Boards;

public sealed class BoardFilterTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Urgent = Guid.NewGuid();
    private static readonly Guid Liv = Guid.NewGuid();

    private static readonly CardSnapshot Card = SampleSnapshots.Card(
        42,
        Guid.NewGuid(),
        "a0",
        "Fix the gangway light"
    ) with
    {
        Description = "At Pier 7",
        LabelIds = [Urgent],
        AssigneeIds = [Liv],
        DueAt = Now.AddHours(-1),
    };

    [Theory]
    [InlineData("q=gangway", true)]
    [InlineData("q=GANGWAY+light", true)]
    [InlineData("q=pier", true)]
    [InlineData("q=%2342", true)]
    [InlineData("q=%234", false)]
    [InlineData("q=gangway+dark", false)]
    [InlineData("due=overdue", true)]
    [InlineData("due=soon", true)]
    [InlineData("due=done", false)]
    [InlineData("due=none", false)]
    [InlineData("due=nonsense", true)]
    [InlineData("due=99", true)]
    [InlineData("label=not-an-id", true)]
    public void Matches_ReadsTheAddress(string query, bool expected) =>
        Assert.Equal(expected, BoardFilter.Parse(new Uri($"http://localhost/b/1?{query}")).Matches(Card, Now));

    [Theory]
    [InlineData("due=99")]
    [InlineData("due=-1")]
    [InlineData("label=not-an-id&person=,&q=")]
    public void Parse_OfWhatIsNoFilter_IsNoFilter(string query)
    {
        var filter = BoardFilter.Parse(new Uri($"http://localhost/b/1?{query}"));

        Assert.Equal((BoardFilter.None, false), (filter, filter.IsActive));
    }

    [Fact]
    public void Matches_AnyOfTheLabelsAndAnyOfThePeople()
    {
        var filter = BoardFilter.None with { Labels = [Urgent, Guid.NewGuid()], People = [Liv] };

        Assert.True(filter.Matches(Card, Now));
        Assert.False((filter with { People = [Guid.NewGuid()] }).Matches(Card, Now));
    }

    [Fact]
    public void ToQuery_AndParse_AreInverse()
    {
        var filter = new BoardFilter("gangway light", [Urgent], [Liv], DueFilter.Soon);
        var query = string.Join('&', filter.ToQuery().Select(q => $"{q.Key}={Uri.EscapeDataString((string)q.Value!)}"));

        Assert.Equal(filter, BoardFilter.Parse(new Uri($"http://localhost/?{query}")));
    }
}
