using System.Text;
using CsCheck;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Core.Commands.Fields;
using LiveBoard.Core.Commands.Labels;
using LiveBoard.Core.Commands.Rows;
using LiveBoard.Core.Exchange;
using LiveBoard.Core.Exchange.Csv;
using LiveBoard.Core.Exchange.Sheets;
using LiveBoard.Core.Exchange.Tables;
using LiveBoard.Core.Tests.Commands.Rows;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Exchange.Tables;

/// <summary>What goes out as a table comes back the same, whatever stands in the cells.</summary>
public sealed class RoundTripTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static readonly string[] Hostile =
    [
        "=cmd|' /c calc'!A0",
        "+1",
        "-1",
        "@SUM(1)",
        "'=1",
        "''",
        "＝1",
        "say \"hi\", twice; and | more",
        "👩‍👩‍👧‍👦 🇨🇭",
        "\u202Eright to left",
        "\u2028line\u2029",
        "null",
        "001",
        "1e5",
        "2026-11-27",
        "true",
        "<script>alert(1)</script>",
        "_x0041_x0042_",
    ];

    /// <summary>About the hours that come twice or never, midnight, and the last minute of a day.</summary>
    private static readonly string[] Moments =
    [
        "2026-10-25T00:30:00Z",
        "2026-10-25T01:30:00Z",
        "2026-03-29T00:59:59.999Z",
        "2026-03-29T01:00:00Z",
        "2026-11-27T22:59:00Z",
        "2026-11-26T23:00:00Z",
        "1900-01-02T12:00:00Z",
        "",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ABoard_ComesBackTheSame(bool isWorkbook)
    {
        await using var database = await TestDatabase.CreateAsync();
        var commands = new BoardCommandHandler(
            database,
            database.Access,
            database.Writes,
            database.Refusals,
            database.Time,
            zone: Zone
        );
        var tables = new BoardTables(database, database.Reader, database.Access, Zone);
        await Gen.Int[0, Hostile.Length - 1]
            .Select(i => Hostile[i])
            .Array[2, 8]
            .Select(Gen.Int[0, Moments.Length - 1].Select(i => Moments[i]).Array[8])
            .SampleAsync(
                async (texts, dates) =>
                {
                    var source = await MakeAsync(database, commands, texts, dates);
                    var table = (await tables.ReadAsync(source.Id, source.Owner))!;
                    var reading = TableReader.Read(isWorkbook ? Workbook(table) : Csv(table));
                    Assert.Empty(reading.Problems);
                    var target = await MakeAsync(database, commands, [], dates);
                    var board = await target.ReadAsync();
                    var rows = reading.Table!.Rows;
                    var mapping = new RowMapping
                    {
                        Targets =
                        [
                            .. RowGuess
                                .Of(rows[0].Cells, board.Fields.Values)
                                .Select(t => t.Kind == RowTargetKind.Number ? RowTarget.Ignored : t),
                        ],
                        ColumnId = board.Columns[0].Id,
                        MakesLabels = true,
                        MakesColumns = true,
                    };
                    var result = await commands.HandleAsync(
                        new ImportRows
                        {
                            BoardId = target.Id,
                            Mapping = mapping,
                            Rows = [.. rows.Skip(1).Select(r => new RowInput(r.Number, r.Cells))],
                            Source = "back.csv",
                        },
                        target.Owner
                    );
                    Assert.True(result.IsDone, $"{result.Rejection}");
                    var back = (await tables.ReadAsync(target.Id, target.Owner))!;
                    Assert.Equal(table.Headings, back.Headings);
                    Assert.Equal(Words(table), Words(back));
                },
                iter: 12,
                threads: 1
            );
    }

    [Fact]
    public async Task ForAWorkspace_OnlyBoardsThatOneMayOpen()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        await board.DoAsync(
            new CreateBoard
            {
                BoardId = Guid.CreateVersion7(),
                WorkspaceId = board.WorkspaceId,
                Name = "Secret",
                Visibility = BoardVisibility.Private,
                Columns = [new NewColumn("Column", ColumnStage.NotStarted)],
            }
        );
        var member = await database.AddUserAsync(board.WorkspaceId);
        var tables = new BoardTables(database, database.Reader, database.Access, Zone);
        var table = (await tables.ReadWorkspaceAsync(board.WorkspaceId, member))!;
        Assert.Equal(9, table.Rows.Count());
        Assert.All(table.Rows, row => Assert.Equal("Board", row[0]));
    }

    /// <summary>All but the number, which a card gets where it comes to.</summary>
    private static IEnumerable<string> Words(BoardTable table) =>
        table.Rows.Select(row => string.Join('␟', row.Skip(1)));

    private static byte[] Csv(BoardTable table) => Encoding.UTF8.GetBytes(CsvText.Of([table.Headings, .. table.Rows]));

    private static byte[] Workbook(BoardTable table)
    {
        using var stream = new MemoryStream();
        var rows = table.Rows.Select(row => (IReadOnlyList<object?>)[.. row.Select(SheetValue.Of)]);
        SheetWriter.Write(stream, table.Name, table.Headings, rows);
        return stream.ToArray();
    }

    private static async Task<TestBoard> MakeAsync(
        TestDatabase database,
        BoardCommandHandler commands,
        string[] texts,
        string[] dates
    )
    {
        var board = await TestBoard.CreateAsync(database, cardsPerColumn: 0);
        foreach (
            var (name, type) in ((string, CustomFieldType)[])
                [("Title", CustomFieldType.Text), ("When", CustomFieldType.Date), ("Effort", CustomFieldType.Number)]
        )
        {
            await board.DoAsync(
                new AddField
                {
                    BoardId = board.Id,
                    FieldId = Guid.CreateVersion7(),
                    Name = name,
                    Type = type,
                }
            );
        }

        if (texts.Length == 0)
        {
            return board;
        }

        await board.DoAsync(
            new AddColumn
            {
                BoardId = board.Id,
                ColumnId = Guid.CreateVersion7(),
                Name = texts[0],
            }
        );
        await board.DoAsync(
            new AddLabel
            {
                BoardId = board.Id,
                LabelId = Guid.CreateVersion7(),
                Name = texts[1],
                Color = LabelColor.Leaf,
            }
        );
        var now = await board.ReadAsync();
        var result = await commands.HandleAsync(
            new ImportRows
            {
                BoardId = board.Id,
                Mapping = new RowMapping
                {
                    Targets =
                    [
                        RowTarget.Of(Core.Commands.Cells.CellKind.Title),
                        RowTarget.Of(Core.Commands.Cells.CellKind.Description),
                        RowTarget.Of(Core.Commands.Cells.CellKind.Column),
                        RowTarget.Of(Core.Commands.Cells.CellKind.Labels),
                        RowTarget.Of(Core.Commands.Cells.CellKind.Due),
                        .. now
                            .Fields.Values.OrderBy(f => f.Position, StringComparer.Ordinal)
                            .Select(f => RowTarget.Of(Core.Commands.Cells.CellKind.Field, f.Id)),
                    ],
                    ColumnId = now.Columns[0].Id,
                },
                Rows =
                [
                    .. texts.Select(
                        (text, i) =>
                            new RowInput(
                                i + 2,
                                [
                                    text,
                                    $"{text}\n\t{text}",
                                    i % 2 == 0 ? now.Columns[^1].Name : "",
                                    i % 3 == 0 ? Core.Commands.Cells.CellNames.Join([texts[1]]) : "",
                                    dates[i],
                                    text,
                                    dates[i],
                                    i % 2 == 0 ? "-1.50" : "0.1",
                                ]
                            )
                    ),
                ],
                Source = "made",
            },
            board.Owner
        );
        Assert.True(result.IsDone, $"{result.Rejection}");
        return board;
    }
}
