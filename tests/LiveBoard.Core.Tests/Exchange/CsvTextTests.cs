using LiveBoard.Core.Exchange.Csv;

namespace LiveBoard.Core.Tests.Exchange;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("a=1", "a=1")]
    [InlineData("", "")]
    public void Text_ThatWouldBeAFormula_StaysText(string text, string cell) =>
        Assert.Equal($"\uFEFF{cell}\r\n", Of(text));

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("plain; text", "plain; text")]
    public void Text_IsQuotedWhereItMustBe(string text, string cell) => Assert.Equal($"\uFEFF{cell}\r\n", Of(text));

    [Fact]
    public void Values_AreWrittenAsTheyAre_InEveryCulture()
    {
        var culture = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = new("de-DE");
        try
        {
            Assert.Equal(
                "\uFEFF-1.5,,7,2026-11-05,2026-11-05T14:02:03Z\r\n",
                Of(-1.5, null, 7, new DateOnly(2026, 11, 5), new DateTime(2026, 11, 5, 14, 2, 3, DateTimeKind.Utc))
            );
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = culture;
        }
    }

    [Fact]
    public void EachRow_IsALine() =>
        Assert.Equal(
            "\uFEFFa,b\r\n1,2\r\n",
            CsvText.Of([
                ["a", "b"],
                [1, 2],
            ])
        );

    private static string Of(params object?[] row) => CsvText.Of([row]);
}
