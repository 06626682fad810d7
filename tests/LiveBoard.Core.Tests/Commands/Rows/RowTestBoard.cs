using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Commands.Fields;
using LiveBoard.Core.Commands.Rows;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands.Rows;

/// <summary>A board with a field of each kind, and rows to bring in.</summary>
internal sealed class RowTestBoard : IAsyncDisposable
{
    private RowTestBoard(TestDatabase database, TestBoard board)
    {
        (Database, Board) = (database, board);
        Reviewer = new RowReviewer(database, database.Access);
    }

    public TestDatabase Database { get; }

    public TestBoard Board { get; }

    public RowReviewer Reviewer { get; }

    public Guid NumberField { get; private set; }

    public Guid ChoiceField { get; private set; }

    public static async Task<RowTestBoard> CreateAsync(Provider provider = Provider.Sqlite)
    {
        var database = await provider.CreateDatabaseAsync();
        var test = new RowTestBoard(database, await TestBoard.CreateAsync(database));
        await test.Board.AddLabelAsync();
        test.NumberField = await test.AddFieldAsync("Effort", CustomFieldType.Number);
        test.ChoiceField = await test.AddFieldAsync("Size", CustomFieldType.Select, "small", "large");
        return test;
    }

    public async Task<Guid> AddFieldAsync(string name, CustomFieldType type, params string[] choices)
    {
        var id = Guid.CreateVersion7();
        await Board.DoAsync(
            new AddField
            {
                BoardId = Board.Id,
                FieldId = id,
                Name = name,
                Type = type,
                Options = choices,
            }
        );
        return id;
    }

    /// <summary>Title, column, labels, due, effort, size.</summary>
    public async Task<RowMapping> MappingAsync() =>
        new()
        {
            Targets =
            [
                RowTarget.Of(CellKind.Title),
                RowTarget.Of(CellKind.Column),
                RowTarget.Of(CellKind.Labels),
                RowTarget.Of(CellKind.Due),
                RowTarget.Of(CellKind.Field, NumberField),
                RowTarget.Of(CellKind.Field, ChoiceField),
            ],
            ColumnId = (await Board.ReadAsync()).Columns[0].Id,
        };

    public ImportRows Import(RowMapping mapping, params IEnumerable<string[]> rows) =>
        new()
        {
            BoardId = Board.Id,
            Mapping = mapping,
            Rows = Inputs(rows),
            Source = "cards.csv",
        };

    public async Task<RowReview> ReviewAsync(RowMapping mapping, params IEnumerable<string[]> rows) =>
        (await Reviewer.ReviewAsync(Board.Id, Board.Owner, mapping, Inputs(rows)))!;

    public Task<CommandResult> DoAsync(BoardCommand command) => Database.Commands.HandleAsync(command, Board.Owner);

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static IReadOnlyList<RowInput> Inputs(IEnumerable<string[]> rows) =>
        [.. rows.Select((cells, i) => new RowInput(i + 2, cells))];
}
