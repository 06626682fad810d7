using System.Text;
using LiveBoard.Core.Commands.Plans;
using LiveBoard.Core.Exchange;
using LiveBoard.Core.Exchange.Trello;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Exchange;

public sealed class TrelloBadInputTests
{
    public static TheoryData<string, byte[], ImportProblemCode, string?> Files => BadTrelloFiles.All;

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public async Task Read_BadFile_SaysWhatIsWrongAndWhere(
        string name,
        byte[] file,
        ImportProblemCode code,
        string? path
    )
    {
        var reading = await TrelloText.ReadAsync(file);

        Assert.True(reading.Import is null, name);
        var problem = reading.Problems[0];
        Assert.Equal(code, problem.Code);
        if (path is not null)
        {
            Assert.Equal(path, problem.Path);
        }
    }

    [Fact]
    public async Task Read_AnyTruncation_IsRefused()
    {
        var whole = Encoding.UTF8.GetBytes(TrelloSample.PresentDay);
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var reading = await TrelloText.ReadAsync(whole[..random.Next(whole.Length - 1)]);

            Assert.Null(reading.Import);
            Assert.NotEmpty(reading.Problems);
        }
    }

    [Fact]
    public async Task Read_AnyDamage_IsRefusedOrGivesAPlanThatCanBeImported()
    {
        var whole = Encoding.UTF8.GetBytes(TrelloSample.PresentDay);
        var random = new Random(11);
        for (var i = 0; i < 2000; i++)
        {
            var damaged = Damage(whole, random);

            var reading = await TrelloText.ReadAsync(damaged);

            Assert.Equal(reading.Import is null, reading.ProblemCount > 0);
            if (reading.Import is { } import)
            {
                var check = new PlanCheck();
                new PlanRows(Guid.CreateVersion7(), check).Make(import.Plan);
                Assert.Null(check.Rejection);
                Assert.Equal(
                    import.Plan.Cards.ToDictionary(c => c.Id, c => (string?)c.ColumnId),
                    HistoryFold.Columns(import.Plan)
                );
            }
        }
    }

    /// <summary>Changes some bytes inside values, so that much of it stays valid JSON.</summary>
    private static byte[] Damage(byte[] whole, Random random)
    {
        byte[] damaged = [.. whole];
        var changes = random.Next(1, 6);
        while (changes > 0)
        {
            var place = random.Next(damaged.Length);
            if (char.IsAsciiLetterOrDigit((char)damaged[place]))
            {
                damaged[place] = (byte)"abc-0123456789.\\\"{}[]nm\u0001"[random.Next(23)];
                changes--;
            }
        }

        return damaged;
    }

    [Fact]
    public async Task Read_MalformedJson_NamesLineAndByte()
    {
        var problem = (await TrelloText.ReadAsync("{\"lists\":[],\n \"cards\":[,]}")).Problems[0];

        Assert.Equal(
            (ImportProblemCode.NotJson, "$.cards", 2L, 10L),
            (problem.Code, problem.Path, problem.Line, problem.BytePosition)
        );
    }

    [Fact]
    public async Task Read_InvalidUtf8_NamesTheByte()
    {
        byte[] file = [.. Encoding.UTF8.GetBytes(new string('ä', 100_000)), 0xFF];

        Assert.Equal(200_000, (await TrelloText.ReadAsync(file)).Problems[0].BytePosition);
    }

    [Fact]
    public async Task Read_WithByteOrderMark_IsAccepted()
    {
        byte[] file = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(TrelloSample.PresentDay)];

        Assert.NotNull((await TrelloText.ReadAsync(file)).Import);
    }

    [Fact]
    public async Task Read_AtTheSizeLimit_IsReadAndBeyondItIsNot()
    {
        var file = Encoding.UTF8.GetBytes(TrelloSample.PresentDay);

        Assert.NotNull((await TrelloText.ReadAsync(file, new TrelloReaderOptions { MaxBytes = file.Length })).Import);
        var over = await TrelloText.ReadAsync(file, new TrelloReaderOptions { MaxBytes = file.Length - 1 });
        Assert.Equal(ImportProblemCode.FileTooLarge, Assert.Single(over.Problems).Code);
    }

    [Fact]
    public async Task Read_ManyProblems_CountsAllAndKeepsAHundred()
    {
        var cards = string.Join(
            ',',
            Enumerable.Range(0, 150).Select(i => $$"""{"id":"{{i}}","idList":"a","name":""}""")
        );
        var reading = await TrelloText.ReadAsync(TrelloText.Board(TrelloText.List("a"), cards));

        Assert.Equal(150, reading.ProblemCount);
        Assert.Equal(100, reading.Problems.Count);
    }
}
