using LiveBoard.Core.Boards;
using LiveBoard.Core.Exchange;
using static LiveBoard.Core.Tests.Exchange.TrelloText;

namespace LiveBoard.Core.Tests.Exchange;

public sealed class TrelloNormalisationTests
{
    private const string Moved = """
        {"id":"2","type":"updateCard","date":"2024-01-02T00:00:00Z","idMemberCreator":"m","data":{"card":{"id":"c"},
        "listBefore":{"id":"b","name":"B"},"listAfter":{"id":"a","name":"A"}}}
        """;

    [Fact]
    public async Task Read_CardWithoutList_GoesToAColumnOfItsOwn()
    {
        var import = await ImportAsync(Board(List("a"), $"{Card("1", "gone")},{Card("2", "gone")},{Card("3", "a")}"));

        Assert.Equal(["List a", "Imported – without list"], import.Plan.Columns.Select(c => c.Name));
        Assert.Equal(2, import.Plan.Cards.Count(c => c.ColumnId == import.Plan.Columns[1].Id));
        Assert.Equal(2, import.Report.Count(FidelityCode.CardWithoutList));
    }

    [Fact]
    public async Task Read_DanglingReferences_AreLeftOutAndReported()
    {
        var card = Card("1", "a", ",\"idLabels\":[\"none\"],\"customFieldItems\":[{\"idCustomField\":\"none\"}]");
        var import = await ImportAsync(
            Board(List("a"), card, "\"checklists\":" + """[{"id":"k","name":"K","idCard":"none"}]""")
        );

        Assert.Empty(import.Plan.Cards[0].LabelIds);
        Assert.Equal(1, import.Report.Count(FidelityCode.UnknownLabel));
        Assert.Equal(1, import.Report.Count(FidelityCode.UnknownFieldValue));
        Assert.Equal(1, import.Report.Count(FidelityCode.ChecklistWithoutCard));
    }

    [Fact]
    public async Task Read_DuplicateCardId_KeepsBothWhenNothingRefersToIt()
    {
        var import = await ImportAsync(Board(List("a"), $"{Card("1", "a")},{Card("1", "a")}"));

        Assert.Equal(2, import.Plan.Cards.Select(c => c.Id).Distinct().Count());
        Assert.Equal(1, import.Report.Count(FidelityCode.DuplicateId));
    }

    [Fact]
    public async Task Read_LabelsOfBefore2014_AreMadeFromColoursAndNames()
    {
        var card = Card(
            "1",
            "a",
            """,\"labels\":[{\"color\":\"green\",\"name\":\"Piers\"},{\"color\":\"sky\",\"name\":\"\"}]""".Replace(
                "\\",
                ""
            )
        );
        var plan = (
            await ImportAsync(
                Board(List("a"), card, "\"labelNames\":" + """{"green":"Piers","red":"Urgent","blue":""}""")
            )
        ).Plan;

        Assert.Equal(
            [("Piers", LabelColor.Leaf), ("Urgent", LabelColor.Brick), ("", LabelColor.Sky)],
            plan.Labels.Select(l => (l.Name, l.Color))
        );
        Assert.Equal([plan.Labels[0].Id, plan.Labels[2].Id], plan.Cards[0].LabelIds);
    }

    [Fact]
    public async Task Read_ChecklistsOfOldFiles_AreFoundThroughTheirCards()
    {
        var card = Card(
            "1",
            "a",
            """,\"idChecklists\":[\"k\"],\"checkItemStates\":[{\"idCheckItem\":\"i\",\"state\":\"complete\"}]""".Replace(
                "\\",
                ""
            )
        );
        var more =
            "\"checklists\":"
            + """[{"id":"k","name":"K","checkItems":[{"id":"i","name":"I"},{"id":"j","name":"J"}]}]""";
        var plan = (await ImportAsync(Board(List("a"), card, more))).Plan;

        Assert.Equal([true, false], plan.Cards[0].Checklists[0].Items.Select(i => i.IsDone));
    }

    [Fact]
    public async Task Read_WithoutCreation_EntersItInTheColumnItMovedFrom()
    {
        var lists = $"{List("a")},{List("b")}";
        var import = await ImportAsync(Board(lists, Card("c", "a"), $"\"actions\":[{Moved}]"));

        HistoryFold.AssertJoinsUp(import.Plan);
        Assert.Equal("b", import.Plan.History[0].ColumnId);
        Assert.Equal(1, import.Report.Count(FidelityCode.CreationInferred));
        Assert.Equal(0, import.Report.Count(FidelityCode.HistoryIsPartial));
    }

    [Fact]
    public async Task Read_WithAMoveMissing_EndsWhereTheCardIsAndSaysThatItIsPartial()
    {
        var lists = $"{List("a")},{List("b")},{List("now")}";
        var card = Card("c", "now", ",\"dateLastActivity\":\"2024-05-01T00:00:00Z\"");
        var import = await ImportAsync(Board(lists, card, $"\"actions\":[{Moved}]"));

        Assert.Equal("now", HistoryFold.Columns(import.Plan)["c"]);
        Assert.Equal(new DateTime(2024, 5, 1, 0, 0, 0, DateTimeKind.Utc), import.Plan.History[^1].At);
        Assert.Equal(1, import.Report.Count(FidelityCode.MoveInferred));
        Assert.Equal(1, import.Report.Count(FidelityCode.HistoryIsPartial));
    }

    [Fact]
    public async Task Read_WithAThousandActions_SaysThatHistoryIsCapped()
    {
        var actions = Enumerable
            .Range(0, 1000)
            .Select(i =>
                $$$$"""{"id":"{{{{i}}}}","type":"updateCard","date":"2024-01-02T00:00:00Z","data":{"card":{"id":"c","name":"N"},"old":{"name":"O"}}}"""
            );
        var import = await ImportAsync(Board(List("a"), Card("c", "a"), $"\"actions\":[{string.Join(',', actions)}]"));

        Assert.Equal(1000, import.Report.Count(FidelityCode.HistoryIsCapped));
        Assert.Equal(1, import.Report.Count(FidelityCode.HistoryIsPartial));
    }

    [Theory]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//example.org/x")]
    [InlineData("JaVaScRiPt:alert(1)")]
    public async Task Read_UnsafeAddress_StaysText(string url)
    {
        var card = Card("1", "a", $$""","attachments":[{"id":"x","name":"","url":"{{url}}"}]""");
        var import = await ImportAsync(Board(List("a"), card));

        var attachment = Assert.Single(import.Plan.Cards[0].Attachments);
        Assert.Equal((url, null), (attachment.Name, attachment.Url));
        Assert.Equal(1, import.Report.Count(FidelityCode.LinkKeptAsText));
    }

    [Theory]
    [InlineData(600)]
    [InlineData(2100)]
    public async Task Read_PastedLinkWithALongAddress_IsNotRefused(int length)
    {
        var url = "https://example.org/" + new string('x', length);
        var card = Card("1", "a", $$""","attachments":[{"id":"x","name":"{{url}}","url":"{{url}}"}]""");
        var import = await ImportAsync(Board(List("a"), card));

        var attachment = Assert.Single(import.Plan.Cards[0].Attachments);
        Assert.Equal(("example.org", length < 2000 ? url : null), (attachment.Name, attachment.Url));
        Assert.Equal(length < 2000 ? 0 : 1, import.Report.Count(FidelityCode.LinkDropped));
    }

    [Fact]
    public async Task Read_WhatIsOnlyCounted_MayHaveAnyType()
    {
        var card = Card("1", "a", ",\"dueReminder\":\"-1\",\"idMembersVoted\":{},\"stickers\":\"x\",\"address\":7");

        Assert.Single((await ImportAsync(Board(List("a"), card))).Plan.Cards);
    }
}
