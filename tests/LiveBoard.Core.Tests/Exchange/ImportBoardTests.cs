using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Plans;
using LiveBoard.Core.Events;
using LiveBoard.Core.Exchange;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Exchange;

public sealed class ImportBoardTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly DateTime At = new(2024, 5, 1, 10, 0, 0, DateTimeKind.Utc);

    private static BoardPlan Plan(params CardPlan[] cards) =>
        new()
        {
            Name = "Plan",
            People = [new PersonPlan("p", "Mara")],
            Columns = [new ColumnPlan("a", "A")],
            Cards = cards,
        };

    private static CardPlan Card(string id, int? number = null) => new(id, "a", $"Card {id}", At) { Number = number };

    public static TheoryData<string, BoardPlan, RejectionCode> Refused =>
        new()
        {
            { "empty name", Plan() with { Name = " " }, RejectionCode.TextEmpty },
            { "long title", Plan(Card("1") with { Title = new string('x', 501) }), RejectionCode.TextTooLong },
            { "NUL", Plan(Card("1") with { Description = "\0" }), RejectionCode.TextInvalid },
            { "unknown column", Plan(Card("1") with { ColumnId = "b" }), RejectionCode.ValueInvalid },
            { "unknown label", Plan(Card("1") with { LabelIds = ["l"] }), RejectionCode.ValueInvalid },
            { "unknown person", Plan(Card("1") with { AssigneeIds = ["q"] }), RejectionCode.ValueInvalid },
            { "same card twice", Plan(Card("1"), Card("1")), RejectionCode.ValueInvalid },
            {
                "local time",
                Plan(Card("1") with { DueAt = DateTime.SpecifyKind(At, DateTimeKind.Local) }),
                RejectionCode.ValueInvalid
            },
            {
                "script link",
                Plan(Card("1") with { Attachments = [new("x", "javascript:1", At)] }),
                RejectionCode.ValueInvalid
            },
            { "limit of 0", Plan() with { Columns = [new("a", "A") { WipLimit = 0 }] }, RejectionCode.ValueInvalid },
            {
                "many columns",
                Plan() with
                {
                    Columns = [.. Enumerable.Range(0, 501).Select(i => new ColumnPlan($"{i}", "C"))],
                },
                RejectionCode.TooMany
            },
            {
                "history of a stranger",
                Plan() with
                {
                    History = [new(ActivityKind.BoardCreated, At) { ActorId = "q" }],
                },
                RejectionCode.ValueInvalid
            },
        };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task Import_BadPlan_LeavesNothingBehind(string name, BoardPlan plan, RejectionCode code)
    {
        await using var workspace = await ImportWorkspace.CreateAsync();
        var published = new List<DirectoryEvent>();
        using var _ = workspace.Database.Bus.SubscribeDirectory(published.Add);

        var result = await workspace.HandleAsync(workspace.Command(plan));

        Assert.Equal((name, code), (name, result.Rejection?.Code));
        Assert.Equal(0, await workspace.CountRowsAsync());
        Assert.Empty(published);
    }

    [Fact]
    public async Task Import_IsOneCommitAndOneChangeSet()
    {
        var plan = (await TrelloText.ImportAsync(TrelloSample.PresentDay)).Plan;
        await using var workspace = await ImportWorkspace.CreateAsync();
        var command = workspace.Command(plan);
        var published = new List<BoardChangeSet>();
        using var _ = workspace.Database.Bus.SubscribeBoard(command.BoardId, published.Add);

        var result = await workspace.HandleAsync(command);

        Assert.Equal(CommandStatus.Done, result.Status);
        var changes = Assert.Single(published);
        Assert.Equal((1, command.CommandId), (changes.Version, changes.CommandId));
        Assert.Equal(
            2,
            changes.Events.OfType<CardUpserted>().Count(c => c.Card.Title is "Ramp at Pier 4" or "First in to do")
        );
        await using var db = workspace.Database.CreateDbContext();
        Assert.Equal("ImportBoard", (await db.BoardChanges.SingleAsync(Stop)).What);
        Assert.True(await db.Cards.AllAsync(c => c.Version == 1, Stop));
    }

    [Fact]
    public async Task Import_Repeated_DoesNothingMore()
    {
        await using var workspace = await ImportWorkspace.CreateAsync();
        var command = workspace.Command(Plan(Card("1")));
        await workspace.HandleAsync(command);
        var rows = await workspace.CountRowsAsync();

        var again = await workspace.HandleAsync(command with { Plan = Plan(Card("1")) });
        var other = await workspace.HandleAsync(command with { Plan = Plan(Card("2")) });

        Assert.Equal(new CommandResult(CommandStatus.Repeated, Version: 1), again);
        Assert.Equal(RejectionCode.CommandIdReused, other.Rejection?.Code);
        Assert.Equal(rows, await workspace.CountRowsAsync());
    }

    [Fact]
    public async Task Import_Twice_MakesTwoBoardsThatCanBeWarnedOf()
    {
        await using var workspace = await ImportWorkspace.CreateAsync();
        var plan = (await TrelloText.ImportAsync(TrelloSample.PresentDay)).Plan;
        var earlier = new EarlierImports(workspace.Database, workspace.Database.Access);
        Assert.Empty(await earlier.FindAsync(workspace.Owner, workspace.Id, plan.Source, Stop));

        var boards = await Task.WhenAll(workspace.ImportAsync(plan), workspace.ImportAsync(plan));

        var found = await earlier.FindAsync(workspace.Owner, workspace.Id, plan.Source, Stop);
        Assert.Equal(boards.Order(), found.Select(f => f.BoardId).Order());
        var stranger = await workspace.Database.AddUserAsync();
        Assert.Empty(await earlier.FindAsync(stranger, workspace.Id, plan.Source, Stop));

        await using var db = workspace.Database.CreateDbContext();
        foreach (var boardId in boards)
        {
            Assert.Equal(5, await db.Cards.CountAsync(c => c.BoardId == boardId, Stop));
        }
    }

    [Fact]
    public async Task Import_KeepsFreeNumbersAndGivesNewOnesBehindThem()
    {
        await using var workspace = await ImportWorkspace.CreateAsync();
        var plan = Plan(Card("1", 9), Card("2", 9), Card("3"), Card("4", 1_000_000), Card("5", 3));

        var boardId = await workspace.ImportAsync(plan);

        var board = await workspace.Database.Reader.ReadAsync(boardId, Stop);
        Assert.Equal([9, 10, 11, 12, 3], board!.Columns[0].Cards.Select(c => c.Number));
    }

    [Fact]
    public async Task Import_KeepsTimesAndOrderOfHistoryAndAddsWhoImported()
    {
        await using var workspace = await ImportWorkspace.CreateAsync();
        var plan = Plan(Card("1")) with
        {
            Source = "Somewhere 1",
            History =
            [
                new(ActivityKind.CardCreated, At)
                {
                    CardId = "1",
                    ColumnId = "a",
                    ActorId = "p",
                },
                .. Enumerable
                    .Range(0, 50)
                    .Select(i => new HistoryPlan(ActivityKind.CardRenamed, At) { After = $"{i}" }),
            ],
        };

        await workspace.ImportAsync(plan);

        await using var db = workspace.Database.CreateDbContext();
        var entries = await db.Activity.OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(Stop);
        Assert.Equal(
            Enumerable.Range(0, 50).Select(i => $"{i}"),
            entries.Where(e => e.Kind == ActivityKind.CardRenamed).Select(e => e.After)
        );
        Assert.All(entries.SkipLast(1), e => Assert.Equal((At, true), (e.At, e.IsImported)));
        var imported = entries[^1];
        Assert.Equal(
            (ActivityKind.BoardImported, workspace.Owner.PersonId, false, "Somewhere 1"),
            (imported.Kind, imported.ActorId, imported.IsImported, imported.Before)
        );
    }

    [Fact]
    public async Task Import_ByStranger_FindsNoWorkspace()
    {
        await using var workspace = await ImportWorkspace.CreateAsync();
        var stranger = await workspace.Database.AddUserAsync();

        var result = await workspace.Database.Commands.HandleAsync(workspace.Command(Plan()), stranger, Stop);

        Assert.Equal(RejectionCode.BoardNotFound, result.Rejection?.Code);
    }
}
