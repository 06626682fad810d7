using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Commands.Rows;
using LiveBoard.Core.Data;
using LiveBoard.Core.Live;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Commands.Rows;

/// <summary>Rows of a file become cards in one commit, or nothing does.</summary>
public sealed class ImportRowsTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Rows_BecomeCards_InOneCommit_AsViewersSeeIt(Provider provider)
    {
        await using var test = await RowTestBoard.CreateAsync(provider);
        var before = await test.Board.ReadAsync();
        await using var viewer = await test.Database.Live.SubscribeAsync(
            test.Board.Id,
            test.Board.Owner,
            _ => Task.CompletedTask
        );
        var changes = new List<Core.Events.BoardChangeSet>();
        using var listening = test.Database.Bus.SubscribeBoard(test.Board.Id, changes.Add);

        var result = await test.DoAsync(
            test.Import(
                await test.MappingAsync(),
                ["=cmd|' /c calc'!A0", "", "Piers", "2026-03-29 02:30", "1.5", "small"],
                ["👩‍👩‍👧‍👦 \u202Eidden", "Column 2", "", "", "", ""]
            )
        );

        Assert.Equal(CommandStatus.Done, result.Status);
        var now = await test.Board.ReadAsync();
        Assert.Equal(before.Version + 1, now.Version);
        var card = now.Columns[0].Cards[^1];
        Assert.Equal("=cmd|' /c calc'!A0", card.Title);
        Assert.Equal((10, now.Version), (card.Number, card.Version));
        Assert.Equal(now.Labels.Keys, card.LabelIds);
        Assert.Equal(["1.5", "small"], card.FieldValues.OrderBy(f => f.Value).Select(f => f.Value));
        Assert.Equal("👩‍👩‍👧‍👦 \u202Eidden", now.Columns[1].Cards[^1].Title);
        // What viewers are told, folded over what they had, is what the database holds.
        Assert.Equal(SnapshotText.Of(now), SnapshotText.Of(BoardReducer.Apply(before, Assert.Single(changes))));
        Assert.Equal(11, (await NextNumberAsync(test)) - 1);
    }

    [Fact]
    public async Task ARowThatCannotBeTaken_AndNothingIsDone()
    {
        await using var test = await RowTestBoard.CreateAsync();
        var mapping = await test.MappingAsync();
        var before = await DatabaseText.OfAsync(test.Database);
        string[][] rows =
        [
            ["Good", "", "", "", "", ""],
            ["", "", "", "", "", ""],
            ["Bad", "Nowhere", "Nobody", "31.2.2026", "1,5", "medium"],
            ["Long", "", "", "", "", "", "more"],
            ["\uD800", "", "", "", "", ""],
        ];

        var result = await test.DoAsync(test.Import(mapping, rows));

        Assert.Equal(RejectionCode.CellsInvalid, result.Rejection!.Code);
        Assert.Equal(before, await DatabaseText.OfAsync(test.Database));
        var problems = (await test.ReviewAsync(mapping, rows)).Problems;
        Assert.Equal(
            [
                "3 0 Cell Empty ",
                "4 1 Cell UnknownName Nowhere",
                "4 2 Cell UnknownName Nobody",
                "4 3 Cell NotADate 31.2.2026",
                "4 4 Cell NumberWithComma 1,5",
                "4 5 Cell UnknownName medium",
                "5 6 TooManyCells  more",
                "6 0 Cell Unstorable \uD800",
            ],
            problems.Select(p => $"{p.Row} {p.Column} {p.Fault} {p.Cell} {p.Text}")
        );
    }

    [Fact]
    public async Task WhatIsNotThere_IsMadeOnlyWhenWished()
    {
        await using var test = await RowTestBoard.CreateAsync();
        string[][] rows =
        [
            ["One", "New lane", "Piers, Storm", "", "", "medium"],
            ["Two", "new lane", "storm", "", "", "MEDIUM"],
        ];
        var mapping = await test.MappingAsync();
        Assert.Equal(6, (await test.ReviewAsync(mapping, rows)).ProblemCount);

        mapping = mapping with { MakesColumns = true, MakesLabels = true, MakesChoices = true };
        var review = await test.ReviewAsync(mapping, rows);
        Assert.Equal(["New lane", "Storm", "Size: medium"], [.. review.Columns, .. review.Labels, .. review.Choices]);
        Assert.Equal(CommandStatus.Done, (await test.DoAsync(test.Import(mapping, rows))).Status);

        var now = await test.Board.ReadAsync();
        Assert.Equal(["One", "Two"], now.Columns[^1].Cards.Select(c => c.Title));
        Assert.Equal(2, now.Labels.Count);
        Assert.Equal("small\nlarge\nmedium", now.Fields[test.ChoiceField].Options);
        Assert.All(now.Columns[^1].Cards, c => Assert.Equal("medium", Assert.Single(c.FieldValues).Value));
    }

    [Theory]
    [InlineData(ExistingRows.Skip, 0, 1)]
    [InlineData(ExistingRows.Update, 1, 1)]
    [InlineData(ExistingRows.Create, 0, 2)]
    public async Task CardsThatAreThere(ExistingRows wish, int changed, int made)
    {
        await using var test = await RowTestBoard.CreateAsync();
        var mapping = await test.MappingAsync() with { Key = RowKey.Title, OnExisting = wish };
        string[][] rows =
        [
            ["Column 1 card 2", "Column 3", "Piers", "", "7", ""],
            ["Another", "", "", "", "", ""],
        ];
        var review = await test.ReviewAsync(mapping, rows);
        Assert.Equal((changed, made), (review.Changed, review.Made));

        var before = await test.Board.ReadAsync();
        var result = await test.DoAsync(test.Import(mapping, rows));
        var now = await test.Board.ReadAsync();
        Assert.Equal(before.Cards.Count + made, now.Cards.Count);
        var old = before.Columns[0].Cards[1];
        Assert.Equal(changed == 1, now.Cards[old.Id].ColumnId == now.Columns[2].Id);

        Assert.Equal(CommandStatus.Done, (await test.DoAsync(result.Undo!)).Status);
        var undone = await test.Board.ReadAsync();
        Assert.Equal(before.Cards.Keys.Order(), undone.Cards.Keys.Order());
        var again = undone.Cards[old.Id];
        Assert.Equal(
            (old.Title, old.ColumnId, 0, 0),
            (again.Title, again.ColumnId, again.LabelIds.Length, again.FieldValues.Length)
        );
    }

    [Fact]
    public async Task AnUpdate_IsToldLikeOneByHand()
    {
        await using var test = await RowTestBoard.CreateAsync();
        var mapping = await test.MappingAsync() with { Key = RowKey.Number, OnExisting = ExistingRows.Update };
        mapping = mapping with { Targets = [RowTarget.Number, .. mapping.Targets] };
        var before = await test.Board.ReadAsync();
        var changes = new List<Core.Events.BoardChangeSet>();
        using var listening = test.Database.Bus.SubscribeBoard(test.Board.Id, changes.Add);

        await test.DoAsync(test.Import(mapping, ["2", "Renamed", "Column 2", "Piers", "2026-01-01", "3", "large"]));

        var set = Assert.Single(changes);
        var now = await test.Board.ReadAsync();
        Assert.Equal(SnapshotText.Of(now), SnapshotText.Of(BoardReducer.Apply(before, set)));
        Assert.Equal(
            [
                ActivityKind.RowsImported,
                ActivityKind.CardRenamed,
                ActivityKind.CardMoved,
                ActivityKind.CardDueSet,
                ActivityKind.CardLabelled,
                ActivityKind.CardFieldSet,
                ActivityKind.CardFieldSet,
            ],
            set.Activity.Select(a => a.Kind).Order()
        );
        Assert.Equal(
            1,
            (
                await test.ReviewAsync(mapping, ["2", "Renamed", "Column 2", "Piers", "2026-01-01", "3", "large"])
            ).Unchanged
        );
    }

    [Fact]
    public async Task Keys_ThatDoNotLeadToOneCard_AreRefused()
    {
        await using var test = await RowTestBoard.CreateAsync();
        var mapping = await test.MappingAsync() with { Key = RowKey.Number, OnExisting = ExistingRows.Update };
        mapping = mapping with { Targets = [RowTarget.Number, RowTarget.Of(CellKind.Title)] };
        var gone = (await test.Board.ReadAsync()).FindCard(3)!;
        await test.DoAsync(
            new ShelveCards
            {
                BoardId = test.Board.Id,
                CardIds = [gone.Id],
                To = CardShelf.Archive,
            }
        );

        var review = await test.ReviewAsync(mapping, ["1", "a"], ["#1", "b"], ["3", "c"], ["x", "d"], ["77", "new"]);

        Assert.Equal([RowFault.Twice, RowFault.CardPutAway, RowFault.NotANumber], review.Problems.Select(p => p.Fault));
    }

    [Fact]
    public async Task Undo_IsRefused_OnceSomebodyTouchedACard()
    {
        await using var test = await RowTestBoard.CreateAsync();
        var result = await test.DoAsync(test.Import(await test.MappingAsync(), ["One", "", "", "", "", ""]));
        var card = (await test.Board.ReadAsync()).Columns[0].Cards[^1];
        await test.DoAsync(
            new RenameCard
            {
                BoardId = test.Board.Id,
                CardId = card.Id,
                Title = "Mine now",
            }
        );

        Assert.Equal(RejectionCode.UndoOvertaken, (await test.DoAsync(result.Undo!)).Rejection!.Code);
    }

    [Fact]
    public async Task ARepeat_DoesNothing()
    {
        await using var test = await RowTestBoard.CreateAsync();
        var command = test.Import(await test.MappingAsync(), ["One", "", "", "", "", ""]);
        await test.DoAsync(command);
        Assert.Equal(CommandStatus.Repeated, (await test.DoAsync(command)).Status);
        Assert.Equal(10, (await test.Board.ReadAsync()).Cards.Count);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task BoardsThatOthersWriteToMeanwhile_GetTheRowsAllTheSame(Provider provider)
    {
        await using var test = await RowTestBoard.CreateAsync(provider);
        var mapping = await test.MappingAsync();
        var rows = Enumerable.Range(0, 300).Select(i => new[] { $"Row {i}", "", "", "", $"{i}", "" }).ToArray();
        var imports = Enumerable.Range(0, 3).Select(_ => test.DoAsync(test.Import(mapping, rows)));
        var edits = Enumerable.Range(0, 30).Select(_ => Task.Run(() => test.Board.AddCardAsync()));

        await Task.WhenAll([.. imports, .. edits]);

        var now = await test.Board.ReadAsync();
        Assert.Equal(9 + 900 + 30, now.Cards.Count);
        Assert.Equal(now.Cards.Count, now.Cards.Values.Select(c => c.Number).Distinct().Count());
        Assert.All(
            now.Columns[0].Cards.Where(c => c.Title.StartsWith("Row", StringComparison.Ordinal)).CountBy(c => c.Title),
            title => Assert.Equal(3, title.Value)
        );
    }

    [Fact]
    public async Task AHardLimit_IsKept()
    {
        await using var test = await RowTestBoard.CreateAsync();
        var mapping = await test.MappingAsync();
        await test.DoAsync(
            new Core.Commands.Columns.SetColumnLimit
            {
                BoardId = test.Board.Id,
                ColumnId = mapping.ColumnId,
                Limit = 4,
                IsHard = true,
            }
        );
        var review = await test.ReviewAsync(mapping, ["a", "", "", "", "", ""], ["b", "", "", "", "", ""]);
        Assert.Equal(RowFault.ColumnFull, Assert.Single(review.Problems).Fault);
        Assert.Empty((await test.ReviewAsync(mapping, ["a", "", "", "", "", ""])).Problems);
    }

    [Fact]
    public async Task ThingsOfAnotherBoard_AreNotThere()
    {
        await using var test = await RowTestBoard.CreateAsync();
        var theirs = await TestBoard.CreateAsync(test.Database);
        var mapping = await test.MappingAsync() with { ColumnId = (await theirs.ReadAsync()).Columns[0].Id };
        var before = await DatabaseText.OfAsync(test.Database);
        Assert.Equal(
            RejectionCode.CellsInvalid,
            (await test.DoAsync(test.Import(mapping, ["a", "", "", "", "", ""]))).Rejection!.Code
        );
        Assert.Null(await test.Reviewer.ReviewAsync(theirs.Id, test.Board.Owner, mapping, []));
        Assert.Equal(before, await DatabaseText.OfAsync(test.Database));
    }

    private static async Task<int> NextNumberAsync(RowTestBoard test)
    {
        await using var db = test.Database.CreateDbContext();
        return await db.Boards.Where(b => b.Id == test.Board.Id).Select(b => b.NextCardNumber).SingleAsync();
    }
}
