using System.Text;
using LiveBoard.Core.Exchange.Trello;

namespace LiveBoard.Core.Tests.Exchange;

public sealed class LargeImportTests
{
    [Fact]
    public async Task Import_OfFiveThousandCards_BringsThemAll()
    {
        await using var workspace = await ImportWorkspace.CreateAsync();
        var file = Encoding.UTF8.GetBytes(Export(5000));

        var reading = await TrelloText.ReadAsync(file, new TrelloReaderOptions { MaxBytes = file.Length });
        await workspace.ImportAsync(reading.Import!.Plan);
        await ReportedCounts.AssertAsync(workspace, reading.Import.Report.Counts);
    }

    private static string Export(int count)
    {
        var lists = string.Join(',', Enumerable.Range(0, 20).Select(i => TrelloText.List($"{i}", $",\"pos\":{i}")));
        var cards = Enumerable
            .Range(0, count)
            .Select(i =>
                TrelloText.Card(
                    $"c{i}",
                    $"{i % 20}",
                    $$""","idShort":{{i + 1}},"pos":{{i}},"idLabels":["x","y"],"idMembers":["m"],"desc":"{{new string('d', 500)}}" """
                )
            );
        var actions = Enumerable
            .Range(0, count)
            .Select(i =>
                $$$"""{"id":"a{{{i}}}","type":"createCard","date":"2024-01-01T00:00:00Z","data":{"card":{"id":"c{{{i}}}"},"list":{"id":"{{{i % 20}}}"}} }"""
            );
        return TrelloText.Board(
            lists,
            string.Join(',', cards),
            "\"labels\":"
                + """[{"id":"x"},{"id":"y"}],"members":[{"id":"m","fullName":"M"}],"actions":"""
                + $"[{string.Join(',', actions)}]"
        );
    }
}
