using LiveBoard.Core.Exchange;
using LiveBoard.Core.Exchange.Sheets;
using LiveBoard.Core.Exchange.Tables;

namespace LiveBoard.Core.Tests.Exchange.Tables;

/// <summary>Workbooks, as spreadsheets write them and as nobody should.</summary>
public sealed class WorkbookTests
{
    private static readonly string[] Hostile =
    [
        "=cmd|' /c calc'!A0",
        "+1",
        "-1",
        "@x",
        "'=1",
        "\ttab",
        "line\nbreak",
        "\"quotes\"",
        "_x0041_x0042_",
        "_x005F_",
        "👩‍👩‍👧‍👦 🇨🇭",
        "\u202Eright to left",
        "  spaces  ",
        "<b>&amp;</b>",
        "001",
        "1e5",
        "true",
    ];

    [Fact]
    public void Read_AllThatWasWrittenHereComesBack()
    {
        var table = Table(Written([.. Hostile.Select(t => (object?[])[t, "end"])]));
        Assert.Equal(["Title", "End"], table.Rows[0].Cells);
        Assert.Equal(Hostile, table.Rows.Skip(1).Select(r => r.Cells[0]));
        Assert.Equal(0, table.Format.FormulaCount);
    }

    [Fact]
    public void Write_NumbersAndDatesAreSuch()
    {
        var table = Table(
            Written([
                [0.1, new DateTime(2026, 11, 27)],
                [-1234.5, new DateTime(2026, 3, 29, 2, 30, 0)],
            ])
        );
        Assert.Equal(["0.1", "2026-11-27"], table.Rows[1].Cells);
        Assert.Equal(["-1234.5", "2026-03-29 02:30"], table.Rows[2].Cells);
    }

    [Fact]
    public void Read_SharedAndInlineTextsWithRunsAndReadings()
    {
        var book = new TestWorkbook
        {
            SharedStrings =
                "<si><t>plain</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh></si>",
            Rows =
                """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>in_x000D_line</t></is></c><c r="D1" t="b"><v>1</v></c></row>""",
        };
        Assert.Equal(["plain", "rich", "in\rline", "true"], Table(book.ToBytes()).Rows[0].Cells);
    }

    [Theory]
    [InlineData("1", false, "1900-01-01")]
    [InlineData("59", false, "1900-02-28")]
    [InlineData("61", false, "1900-03-01")]
    [InlineData("46353", false, "2026-11-27")]
    [InlineData("46353.604166666664", false, "2026-11-27 14:30")]
    [InlineData("44891", true, "2026-11-27")]
    [InlineData("0", true, "1904-01-01")]
    public void Read_DaysByTheCountOfTheWorkbook(string value, bool uses1904, string expected)
    {
        var book = new TestWorkbook { Uses1904 = uses1904, Rows = $"""<row><c s="1"><v>{value}</v></c></row>""" };
        Assert.Equal(expected, Table(book.ToBytes()).Rows[0].Cells[0]);
    }

    [Fact]
    public void Read_GapsAndMergedCellsStayGaps()
    {
        var book = new TestWorkbook
        {
            Rows =
                """<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="3"/><row r="7"><c r="A7"><v>3</v></c></row>""",
            AfterRows = """<mergeCells count="1"><mergeCell ref="B2:C2"/></mergeCells>""",
        };
        var table = Table(book.ToBytes());
        Assert.Equal([2, 7], table.Rows.Select(r => r.Number));
        Assert.Equal(["", "1", "", "2"], table.Rows[0].Cells);
        Assert.Equal(1, table.Format.MergedCount);
    }

    [Fact]
    public void Read_OfFormulasWhatTheyLastCameTo()
    {
        var book = new TestWorkbook
        {
            Rows = """<row><c><f>1+1</f><v>2</v></c><c t="str"><f>A1</f><v>x</v></c></row>""",
        };
        var table = Table(book.ToBytes());
        Assert.Equal(["2", "x"], table.Rows[0].Cells);
        Assert.Equal(2, table.Format.FormulaCount);
    }

    public static TheoryData<string, string, ImportProblemCode, string?> BadCells =>
        new()
        {
            {
                "an error",
                """<row r="1"><c r="B1" t="e"><v>#REF!</v></c></row>""",
                ImportProblemCode.CellError,
                "Data!B1"
            },
            {
                "a formula not worked out",
                """<row r="1"><c r="A1"><f>1+1</f></c></row>""",
                ImportProblemCode.FormulaUnsolved,
                "Data!A1"
            },
            {
                "no number",
                """<row r="1"><c r="A1"><v>abc</v></c></row>""",
                ImportProblemCode.NumberInvalid,
                "Data!A1"
            },
            {
                "the day that never was",
                """<row r="1"><c r="A1" s="1"><v>60</v></c></row>""",
                ImportProblemCode.DateInvalid,
                "Data!A1"
            },
            {
                "a day after the last",
                """<row r="1"><c r="A1" s="1"><v>9999999</v></c></row>""",
                ImportProblemCode.DateInvalid,
                "Data!A1"
            },
            {
                "a text that is not there",
                """<row r="1"><c r="A1" t="s"><v>7</v></c></row>""",
                ImportProblemCode.WorkbookBroken,
                null
            },
            {
                "an address that is none",
                """<row r="1"><c r="1A"><v>7</v></c></row>""",
                ImportProblemCode.WorkbookBroken,
                null
            },
            {
                "rows backwards",
                """<row r="2"><c><v>7</v></c></row><row r="1"><c><v>7</v></c></row>""",
                ImportProblemCode.WorkbookBroken,
                null
            },
            { "half a sheet", """<row r="2"><c><v>7</v>""", ImportProblemCode.WorkbookBroken, null },
        };

    [Theory]
    [MemberData(nameof(BadCells))]
    public void Read_RefusesWithThePlace(string what, string rows, ImportProblemCode code, string? place)
    {
        var reading = TableReader.Read(new TestWorkbook { Rows = rows }.ToBytes());
        Assert.Null(reading.Table);
        Assert.True(
            reading.Problems.Any(p => p.Code == code && p.Path == place),
            $"{what}: {string.Join(", ", reading.Problems)}"
        );
    }

    [Fact]
    public void Read_RefusesEntities()
    {
        var book = new TestWorkbook
        {
            Prolog = """<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY f SYSTEM "file:///etc/passwd">]>""",
            Rows = """<row><c t="inlineStr"><is><t>&a;&f;</t></is></c></row>""",
        };
        Assert.Equal(ImportProblemCode.WorkbookBroken, Assert.Single(TableReader.Read(book.ToBytes()).Problems).Code);
    }

    [Fact]
    public void Read_RefusesWhatUnpacksToTooMuch()
    {
        var book = new TestWorkbook { Zeros = 700 };
        Assert.Equal(ImportProblemCode.WorkbookTooLarge, Assert.Single(TableReader.Read(book.ToBytes()).Problems).Code);
    }

    [Theory]
    [InlineData("../outside.xml")]
    [InlineData("xl\\..\\..\\outside.xml")]
    [InlineData("XL/workbook.xml")]
    public void Read_RefusesPartsThatLieOrStandTwice(string name)
    {
        var book = new TestWorkbook().With(name, "<x/>");
        Assert.Equal(ImportProblemCode.WorkbookBroken, Assert.Single(TableReader.Read(book.ToBytes()).Problems).Code);
    }

    [Fact]
    public void Read_CutAnywhereNeverThrows()
    {
        var whole = Written([
            ["a", 1.5],
            ["b", "c"],
        ]);
        for (var length = 4; length < whole.Length; length += 7)
        {
            var reading = TableReader.Read(whole.AsMemory(0, length));
            Assert.Null(reading.Table);
            Assert.NotEmpty(reading.Problems);
        }
    }

    [Fact]
    public void Read_ByteFlippedAnywhereNeverThrows()
    {
        var whole = Written([
            ["a", 1.5],
            ["b", "c"],
        ]);
        for (var at = 2; at < whole.Length; at += 11)
        {
            var bytes = (byte[])whole.Clone();
            bytes[at] ^= 0x55;
            var reading = TableReader.Read(bytes);
            Assert.True(reading.Table is not null || reading.Problems.Count > 0);
        }
    }

    private static byte[] Written(IReadOnlyList<object?[]> rows)
    {
        using var stream = new MemoryStream();
        SheetWriter.Write(stream, "Board: a/b", ["Title", "End"], rows);
        return stream.ToArray();
    }

    private static FileTable Table(byte[] bytes)
    {
        var reading = TableReader.Read(bytes);
        Assert.Empty(reading.Problems);
        return reading.Table!;
    }
}
