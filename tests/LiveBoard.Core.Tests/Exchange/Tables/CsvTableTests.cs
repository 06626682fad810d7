using System.Text;
using CsCheck;
using LiveBoard.Core.Exchange;
using LiveBoard.Core.Exchange.Csv;
using LiveBoard.Core.Exchange.Tables;

namespace LiveBoard.Core.Tests.Exchange.Tables;

/// <summary>Text files with separators, as programs and people write them.</summary>
public sealed class CsvTableTests
{
    public static TheoryData<string, string, string> Good =>
        new()
        {
            { "commas", "a,b\n1,2\n", "a|b / 1|2" },
            { "semicolons", "a;b\n1;2,5\n", "a|b / 1|2,5" },
            { "tabs", "a\tb\n1\t2\n", "a|b / 1|2" },
            { "bars", "a|b\n1|2\n", "a¦b / 1¦2" },
            { "a hint of Excel", "sep=;\na;b\n1,5;2\n", "a|b / 1,5|2" },
            { "CR alone, CRLF and LF mixed, none at the end", "a,b\r1,2\r\n3,4\n5,6", "a|b / 1|2 / 3|4 / 5|6" },
            { "a line break in quotes", "a,b\n\"x\r\ny\",2\n", "a|b / x⏎y|2" },
            { "doubled quotes", "a,b\n\"say \"\"hi\"\"\",2\n", "a|b / say \"hi\"|2" },
            { "a quote in the middle", "a,b\n6\" pipe,2\n", "a|b / 6\" pipe|2" },
            { "the other quotes", "'a,1','b'\n'x','y'\n", "a,1|b / x|y" },
            { "rows of any length", "a,b\n1\n1,2,3\n", "a|b / 1 / 1|2|3" },
            { "empty rows in between and at the end", "a,b\n\n1,2\n\n,\n", "a|b /  / 1|2" },
            { "only headings", "a,b", "a|b" },
            {
                "what looks like a formula",
                "a\n=cmd|' /c calc'!A0\n+1\n-1\n@SUM(1)\n",
                "a / =cmd|' /c calc'!A0 / +1 / -1 / @SUM(1)"
            },
            {
                "what was made harmless here",
                "a\n'=1\n'+1\n'-x\n'@y\n''=2\n'plain\n",
                "a / =1 / +1 / -x / @y / '=2 / 'plain"
            },
        };

    [Theory]
    [MemberData(nameof(Good))]
    public void Read_KeepsWhatIsThere(string what, string text, string expected)
    {
        var separator = what == "bars" ? '¦' : '|';
        var table = Table(Encoding.UTF8.GetBytes(text));
        var found = table.Rows.Select(r => string.Join(separator, r.Cells.Select(c => c.ReplaceLineEndings("⏎"))));
        Assert.Equal(expected, string.Join(" / ", found));
    }

    [Fact]
    public void Read_RowsKnowTheLineTheyBeginOn() =>
        Assert.Equal([1, 2, 5], Table("a,b\n\"x\ny\nz\",2\n3,4\n"u8.ToArray()).Rows.Select(r => r.Number));

    public static TheoryData<string, byte[], TableEncoding, bool> Encodings
    {
        get
        {
            const string Text = "Größe,Öl\nžluťoučký,é\n";
            const string Western = "Größe,Öl\nnaïve,é\n";
            return new()
            {
                { Text, new UTF8Encoding(false).GetBytes(Text), TableEncoding.Utf8, true },
                { Text, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)], TableEncoding.Utf8, true },
                { Text, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)], TableEncoding.Utf16, true },
                { Text, [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)], TableEncoding.Utf16BigEndian, true },
                { Text, Encoding.Unicode.GetBytes(Text), TableEncoding.Utf16, true },
                { Text, Encoding.BigEndianUnicode.GetBytes(Text), TableEncoding.Utf16BigEndian, true },
                { Western, Encoding.Latin1.GetBytes(Western), TableEncoding.Windows1252, false },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_FindsTheEncoding(string text, byte[] bytes, TableEncoding encoding, bool isCertain)
    {
        var table = Table(bytes);
        Assert.Equal(text, string.Join('\n', table.Rows.Select(r => string.Join(',', r.Cells))) + "\n");
        Assert.Equal((encoding, isCertain), (table.Format.Encoding, table.Format.IsEncodingCertain));
    }

    [Fact]
    public void Read_InTheEncodingThatSomebodyChose() =>
        Assert.Equal("é", Table([.. "a\n"u8, 0xE9], new TableWish(TableEncoding.Windows1252)).Rows[1].Cells[0]);

    [Fact]
    public void Read_WithTheSeparatorThatSomebodyChose() =>
        Assert.Equal(["a;b"], Table("a;b\n1;2\n"u8.ToArray(), new TableWish(Delimiter: '\t')).Rows[0].Cells);

    /// <summary>Of what, in bytes; where. No theory: these are too large to be names of tests.</summary>
    private static (string What, byte[] Bytes, ImportProblemCode Code, long? Line)[] Bad =>
        [
            ("nothing", [], ImportProblemCode.FileEmpty, null),
            ("white space", "\n \n"u8.ToArray(), ImportProblemCode.FileEmpty, null),
            ("an open quote", "a,b\n1,2\n3,\"x\n4,5\n"u8.ToArray(), ImportProblemCode.QuoteOpen, 3),
            ("NUL", "a,b\n1,\0\n"u8.ToArray(), ImportProblemCode.NotTable, 2),
            ("a page", "  <!DOCTYPE html><html></html>"u8.ToArray(), ImportProblemCode.NotTable, 1),
            (
                "too many columns",
                Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat("x", TableLimits.MaxColumns + 1))),
                ImportProblemCode.TooManyColumns,
                1
            ),
            (
                "too many rows",
                Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("x\n", TableLimits.MaxRows + 1))),
                ImportProblemCode.TooManyRows,
                TableLimits.MaxRows + 1
            ),
            (
                "a cell too long",
                Encoding.UTF8.GetBytes("a\n" + new string('x', TableLimits.MaxCellLength + 1)),
                ImportProblemCode.TextTooLong,
                2
            ),
            (
                "a row too long",
                Encoding.UTF8.GetBytes("a\n" + new string('x', 20_000_000)),
                ImportProblemCode.TextTooLong,
                2
            ),
            ("a file too long", new byte[TableLimits.MaxBytes + 1], ImportProblemCode.FileTooLarge, null),
            (
                "half a sign of UTF-16",
                [0xFF, 0xFE, (byte)'a', 0, 0x00, 0xD8, (byte)'b', 0],
                ImportProblemCode.EncodingWrong,
                null
            ),
            ("an old workbook", [0xD0, 0xCF, 0x11, 0xE0, 1, 2], ImportProblemCode.WorkbookLocked, null),
            (
                "a workbook that is none",
                "PK\u0003\u0004 and no more"u8.ToArray(),
                ImportProblemCode.WorkbookBroken,
                null
            ),
        ];

    [Fact]
    public void Read_RefusesWithThePlace()
    {
        foreach (var (what, bytes, code, line) in Bad)
        {
            var reading = TableReader.Read(bytes);
            Assert.Null(reading.Table);
            Assert.True(
                reading.Problems.Any(p => p.Code == code && p.Line == line),
                $"{what}: {string.Join(", ", reading.Problems)}"
            );
        }
    }

    [Fact]
    public void Read_NamesTheByteThatIsNoUtf8()
    {
        var problem = Assert.Single(
            TableReader.Read((byte[])[.. "a,b\nx,"u8, 0xFF, .. "\n"u8], new TableWish(TableEncoding.Utf8)).Problems
        );
        Assert.Equal((ImportProblemCode.EncodingWrong, 6), (problem.Code, problem.BytePosition));
    }

    [Theory]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    public void Read_OverlongFormsAndSurrogatesAreNoUtf8(byte[] bytes) =>
        Assert.Null(TableReader.Read(bytes, new TableWish(TableEncoding.Utf8)).Table);

    [Fact]
    public void Read_AllThatWasWrittenHereComesBack() =>
        Gen
            .String.Array[1, 5]
            .Array[1, 8]
            .Where(rows => rows.Any(r => r.Any(c => !string.IsNullOrWhiteSpace(c))))
            .Select(rows => rows.Select(r => r.Select(Storable).ToArray()).ToArray())
            .Where(rows => !string.IsNullOrWhiteSpace(string.Concat(rows[^1])))
            .Sample(rows =>
            {
                var bytes = Encoding.UTF8.GetBytes(CsvText.Of(rows));
                var table = Table(bytes, new TableWish(Delimiter: ',', Quote: '"'));
                Assert.Equal(rows.Select(r => string.Join('␟', r)), table.Rows.Select(r => string.Join('␟', r.Cells)));
            });

    /// <summary>What can be stored: no NUL, no half signs.</summary>
    private static string Storable(string text) => string.Concat(text.Where(c => c != '\0' && !char.IsSurrogate(c)));

    private static FileTable Table(byte[] bytes, TableWish? wish = null)
    {
        var reading = TableReader.Read(bytes, wish);
        Assert.Empty(reading.Problems);
        return reading.Table!;
    }
}
