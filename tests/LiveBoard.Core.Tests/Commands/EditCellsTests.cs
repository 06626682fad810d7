using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Bulk;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Core.Commands.Fields;
using LiveBoard.Core.Commands.Labels;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>Texts of many cells at once: all or nothing, one commit, one undo.</summary>
public sealed class EditCellsTests : IAsyncLifetime
{
    private static readonly CellColumn Title = new(CellKind.Title);
    private static readonly CellColumn Due = new(CellKind.Due);

    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private BoardSnapshot _before = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database);
        await _board.AddLabelAsync();
        _before = await _board.ReadAsync();
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Cells_OfManyCards_AreOneCommit_AndOneUndo()
    {
        var (a, b) = (_before.Columns[0].Cards[0], _before.Columns[1].Cards[1]);
        var field = await AddFieldAsync("Effort", CustomFieldType.Number);
        var before = await _board.ReadAsync();

        var result = await _board.DoAsync(
            Edit(
                new CellEdit(a.Id, Title, "First"),
                new CellEdit(a.Id, new CellColumn(CellKind.Labels), "piers"),
                new CellEdit(a.Id, new CellColumn(CellKind.Column), "Column 3"),
                new CellEdit(b.Id, Due, "2026-11-27"),
                new CellEdit(b.Id, new CellColumn(CellKind.Done), "yes"),
                new CellEdit(b.Id, new CellColumn(CellKind.Description), "Line\r\nby line"),
                new CellEdit(b.Id, new CellColumn(CellKind.Field, field), "-1.50")
            )
        );

        var now = await _board.ReadAsync();
        Assert.Equal(before.Version + 1, now.Version);
        Assert.Equal(("First", _before.Columns[2].Id), (now.Cards[a.Id].Title, now.Cards[a.Id].ColumnId));
        Assert.Equal(now.Columns[2].Cards[^1].Id, a.Id);
        Assert.Single(now.Cards[a.Id].LabelIds);
        Assert.Equal(new DateTime(2026, 11, 27, 23, 59, 0, DateTimeKind.Utc), now.Cards[b.Id].DueAt);
        Assert.True(now.Cards[b.Id].IsDueDone);
        Assert.Equal("Line\nby line", now.Cards[b.Id].Description);
        Assert.Equal("-1.50", Assert.Single(now.Cards[b.Id].FieldValues).Value);
        await _board.DoAsync(result.Undo!);
        Assert.Equal(SnapshotText.OfContent(before), SnapshotText.OfContent(await _board.ReadAsync()));
    }

    [Fact]
    public async Task OneTextThatCannotBeTaken_AndNothingIsDone_AndEachIsNamed()
    {
        var (a, b) = (_before.Columns[0].Cards[0], _before.Columns[0].Cards[1]);
        var before = await DatabaseText.OfAsync(_database);

        var result = await _database.Commands.HandleAsync(
            Edit(
                new CellEdit(a.Id, Title, "Good"),
                new CellEdit(b.Id, Title, " "),
                new CellEdit(b.Id, Due, "01/02/2026"),
                new CellEdit(b.Id, new CellColumn(CellKind.Labels), "Piers, Quays")
            ) with
            {
                NewCards = [new NewCard([new CellInput(Due, "soon")], _before.Columns[0].Id)],
            },
            _board.Owner
        );

        Assert.Equal(RejectionCode.CellsInvalid, result.Rejection?.Code);
        Assert.Equal(
            [
                (b.Id, null, CellFault.Empty, Title, " ", null),
                (b.Id, null, CellFault.AmbiguousDate, Due, "01/02/2026", null),
                (b.Id, null, CellFault.UnknownName, new CellColumn(CellKind.Labels), "Piers, Quays", "Quays"),
                (null, 0, CellFault.NotADate, Due, "soon", null),
                (null, 0, CellFault.Empty, Title, "", null),
            ],
            result.Rejection!.Cells.Select(p => (p.CardId, p.NewCard, p.Fault, p.Column, p.Text, p.Detail))
        );
        Assert.Equal(before, await DatabaseText.OfAsync(_database));
    }

    [Fact]
    public async Task Cell_ThatSomebodyChangedSinceItWasRead_IsShown_AndNothingIsOverwritten()
    {
        var (a, b) = (_before.Columns[0].Cards[0], _before.Columns[0].Cards[1]);
        await _board.DoAsync(
            new RenameCard
            {
                BoardId = _board.Id,
                CardId = a.Id,
                Title = "Theirs",
            }
        );

        var result = await _database.Commands.HandleAsync(
            Edit(new CellEdit(a.Id, Title, "Mine", a.Title), new CellEdit(b.Id, Title, "Mine, too", b.Title)),
            _board.Owner
        );

        Assert.Equal(RejectionCode.ChangedMeanwhile, result.Rejection?.Code);
        var clash = Assert.Single(result.Rejection!.Cells);
        Assert.Equal((a.Id, "Mine", "Theirs"), (clash.CardId, clash.Text, clash.Detail));
        Assert.Equal(b.Title, (await _board.ReadAsync()).Cards[b.Id].Title);
    }

    [Fact]
    public async Task CellsOfTheSameText_DoNothing_WhateverTheyHold()
    {
        var field = await AddFieldAsync("Vessel", CustomFieldType.Select, "Alba", "Brise");
        var card = _before.Columns[0].Cards[0].Id;
        await _board.DoAsync(Edit(new CellEdit(card, new CellColumn(CellKind.Field, field), "brise")));
        await _board.DoAsync(
            new ChangeField
            {
                BoardId = _board.Id,
                FieldId = field,
                Name = "Vessel",
                Options = ["Alba"],
                IsOnTile = false,
            }
        );

        var same = await _board.DoAsync(Edit(new CellEdit(card, new CellColumn(CellKind.Field, field), "Brise")));

        Assert.Equal(CommandStatus.Unchanged, same.Status);
    }

    [Fact]
    public async Task NewCards_GoToTheEndOfTheirColumns_InOrder_AndUndoTakesThemAway()
    {
        var rows = Enumerable
            .Range(1, 3)
            .Select(i => new NewCard(
                [new CellInput(Title, $"Row {i}"), new CellInput(new CellColumn(CellKind.Labels), "Piers")],
                _before.Columns[0].Id
            ))
            .Append(
                new NewCard(
                    [new CellInput(Title, "Row 4"), new CellInput(new CellColumn(CellKind.Column), "column 2")],
                    _before.Columns[0].Id
                )
            );

        var result = await _board.DoAsync(new EditCells { BoardId = _board.Id, NewCards = [.. rows] });

        var now = await _board.ReadAsync();
        Assert.Equal(["Row 1", "Row 2", "Row 3"], now.Columns[0].Cards.Skip(3).Select(c => c.Title));
        Assert.Equal([10, 11, 12], now.Columns[0].Cards.Skip(3).Select(c => c.Number));
        Assert.Equal("Row 4", now.Columns[1].Cards[^1].Title);
        await _board.DoAsync(result.Undo!);
        Assert.Equal(SnapshotText.OfContent(_before), SnapshotText.OfContent(await _board.ReadAsync()));
    }

    [Fact]
    public async Task HardLimit_OfAColumn_RefusesAllOfIt()
    {
        await _board.DoAsync(
            new SetColumnLimit
            {
                BoardId = _board.Id,
                ColumnId = _before.Columns[1].Id,
                Limit = 4,
                IsHard = true,
            }
        );
        var move = new CellEdit(_before.Columns[0].Cards[0].Id, new CellColumn(CellKind.Column), "Column 2");
        var row = new NewCard([new CellInput(Title, "Row")], _before.Columns[1].Id);

        var both = await _database.Commands.HandleAsync(Edit(move) with { NewCards = [row] }, _board.Owner);

        Assert.Equal(new Rejection(RejectionCode.WipLimitReached, "Column 2"), both.Rejection);
        Assert.True((await _board.DoAsync(Edit(move))).IsDone);
    }

    [Fact]
    public async Task MoreThanACommandMayBeAbout_IsRefused_AndTheLimitIsSaid()
    {
        var row = new NewCard([new CellInput(Title, "Row")], _before.Columns[0].Id);
        var rows = Enumerable.Repeat(row, BulkLimits.MaxCards + 1).ToList();

        var result = await _database.Commands.HandleAsync(
            new EditCells { BoardId = _board.Id, NewCards = rows },
            _board.Owner
        );

        Assert.Equal(new Rejection(RejectionCode.TooManyAtOnce, "cards", "5,000"), result.Rejection);
    }

    [Fact]
    public async Task Statements_DoNotDependOnHowManyCardsThereAre()
    {
        var few = await CountAsync(2);
        var many = await CountAsync(60);

        // Writing goes in batches, and there are more of these.
        Assert.InRange(many - few, 0, 4);
    }

    [Fact]
    public async Task TwoThousandRows_AreOneCommit()
    {
        var field = await AddFieldAsync("Effort", CustomFieldType.Number);
        var rows = Enumerable
            .Range(1, 2000)
            .Select(i => new NewCard(
                [
                    new CellInput(Title, $"Row {i}"),
                    new CellInput(Due, "2026-11-27"),
                    new CellInput(new CellColumn(CellKind.Field, field), $"{i}"),
                ],
                _before.Columns[0].Id
            ))
            .ToList();
        var version = (await _board.ReadAsync()).Version;

        await _board.DoAsync(new EditCells { BoardId = _board.Id, NewCards = rows });

        var now = await _board.ReadAsync();
        Assert.Equal((version + 1, 2003), (now.Version, now.Columns[0].Cards.Length));
    }

    private async Task<int> CountAsync(int rows)
    {
        await _board.DoAsync(
            new AddCards
            {
                BoardId = _board.Id,
                ColumnId = _before.Columns[0].Id,
                Titles = [.. Enumerable.Range(1, rows).Select(i => $"{rows} {i}")],
            }
        );
        var cards = (await _board.ReadAsync()).Columns[0].Cards.TakeLast(rows);
        var edits = cards.SelectMany(c =>
            new[]
            {
                new CellEdit(c.Id, Title, $"{c.Title} x"),
                new CellEdit(c.Id, new CellColumn(CellKind.Column), "Column 2"),
                new CellEdit(c.Id, new CellColumn(CellKind.Labels), "Piers"),
                new CellEdit(c.Id, new CellColumn(CellKind.Description), "With @nobody"),
            }
        );
        var before = _database.Statements.Count;
        await _board.DoAsync(Edit([.. edits]));
        return _database.Statements.Count - before;
    }

    private EditCells Edit(params IReadOnlyList<CellEdit> edits) => new() { BoardId = _board.Id, Edits = edits };

    private async Task<Guid> AddFieldAsync(string name, CustomFieldType type, params IReadOnlyList<string> options)
    {
        var add = new AddField
        {
            BoardId = _board.Id,
            Name = name,
            Type = type,
            Options = options,
        };
        await _board.DoAsync(add);
        return add.FieldId;
    }
}
