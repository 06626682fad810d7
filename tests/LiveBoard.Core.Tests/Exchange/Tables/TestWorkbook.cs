using System.IO.Compression;
using System.Text;

namespace LiveBoard.Core.Tests.Exchange.Tables;

/// <summary>A workbook made by hand, part by part, as no program would write it.</summary>
internal sealed class TestWorkbook
{
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private readonly List<(string Name, string Text)> _parts = [];

    public string Rows { get; set; } = "";

    public string AfterRows { get; set; } = "";

    public string Prolog { get; set; } = "";

    public string SharedStrings { get; set; } = "";

    public string Formats { get; set; } = "";

    public bool Uses1904 { get; set; }

    /// <summary>Zeros of one more part, in megabytes.</summary>
    public int Zeros { get; set; }

    /// <summary>One more part, or the same one again.</summary>
    public TestWorkbook With(string name, string text)
    {
        _parts.Add((name, text));
        return this;
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in (IEnumerable<(string, string)>)[.. Parts(), .. _parts])
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }

            if (Zeros > 0)
            {
                var megabyte = new byte[1024 * 1024];
                using var part = zip.CreateEntry("xl/media/zeros.bin", CompressionLevel.Fastest).Open();
                for (var i = 0; i < Zeros; i++)
                {
                    part.Write(megabyte);
                }
            }
        }

        return stream.ToArray();
    }

    private IEnumerable<(string Name, string Text)> Parts() =>
        [
            (
                "[Content_Types].xml",
                $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Content}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Content}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Content}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="{Content}.styles+xml"/></Types>"""
            ),
            (
                "_rels/.rels",
                $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
            ),
            (
                "xl/_rels/workbook.xml.rels",
                $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="{Relations}/styles" Target="styles.xml"/></Relationships>"""
            ),
            (
                "xl/workbook.xml",
                $"""<workbook xmlns="{Spreadsheet}" xmlns:r="{Relations}"><workbookPr date1904="{(Uses1904 ? 1 : 0)}"/><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>"""
            ),
            ("xl/sharedStrings.xml", $"""<sst xmlns="{Spreadsheet}">{SharedStrings}</sst>"""),
            (
                "xl/styles.xml",
                $"""<styleSheet xmlns="{Spreadsheet}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/>{Formats}</cellXfs></styleSheet>"""
            ),
            (
                "xl/worksheets/sheet1.xml",
                $"""{Prolog}<worksheet xmlns="{Spreadsheet}"><sheetData>{Rows}</sheetData>{AfterRows}</worksheet>"""
            ),
        ];
}
