using static LiveBoard.Core.Tests.Exchange.TrelloText;

namespace LiveBoard.Core.Tests.Exchange;

public sealed class TrelloOrderTests
{
    [Theory]
    [InlineData("", "", "", "a b c")]
    [InlineData(",\"pos\":3", ",\"pos\":1", ",\"pos\":2", "b c a")]
    [InlineData(",\"pos\":-1", ",\"pos\":0", ",\"pos\":-5.5", "c a b")]
    [InlineData(",\"pos\":7", ",\"pos\":7", ",\"pos\":7", "a b c")]
    [InlineData(",\"pos\":null", ",\"pos\":140737488355328", ",\"pos\":1e-9", "c b a")]
    public async Task Read_OrdersByPosThenByFile(string a, string b, string c, string expected)
    {
        var cards = $"{Card("a", "l", a)},{Card("b", "l", b)},{Card("c", "l", c)}";
        var lists = $"{List("l")},{List("a", a)},{List("b", b)},{List("c", c)}";

        var plan = (await ImportAsync(Board(lists, cards))).Plan;

        Assert.Equal(expected, string.Join(' ', plan.Cards.Select(card => card.Id)));
        Assert.Equal(expected, string.Join(' ', plan.Columns.Select(l => l.Id).Where(id => id != "l")));
    }
}
