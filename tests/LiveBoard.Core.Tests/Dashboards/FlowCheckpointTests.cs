using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Plans;
using LiveBoard.Core.Dashboards;
using LiveBoard.Core.Dashboards.Flow;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Dashboards;

/// <summary>A long history is read once and kept; what is kept says the same as the log, or is not believed.</summary>
public sealed class FlowCheckpointTests : IAsyncLifetime
{
    private const int Entries = FlowCheckpoints.Interval + 500;
    private static readonly FlowCalendar Calendar = new(TimeZoneInfo.Utc);
    private readonly Guid _boardId = Guid.CreateVersion7();
    private TestDatabase _database = null!;
    private TestBoard _board = null!;

    private FlowCheckpoints Checkpoints => DashboardScene.CheckpointsOf(_database);

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database);
        var done = await _database.Commands.HandleAsync(
            new ImportBoard
            {
                BoardId = _boardId,
                WorkspaceId = _board.WorkspaceId,
                Plan = PlanWithHistory(),
            },
            _board.Owner
        );
        Assert.True(done.IsDone);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task LongHistory_IsKeptWhenItsNumbersAreOpened_AndOnlyTheRestIsReadThen()
    {
        await OpenNumbersAsync();

        var version = (await _database.ReadAsync(_boardId)).Version;
        var (ledger, read) = await Checkpoints.OpenAsync(_boardId, version, Calendar);

        Assert.Equal(0, read);
        Assert.Equal(await TextOfLogAsync(version), await TextAsync(ledger));

        await ArchiveACardAsync();
        (ledger, read) = await Checkpoints.OpenAsync(_boardId, version + 1, Calendar);
        Assert.Equal(1, read);
        Assert.Equal(await TextOfLogAsync(version + 1), await TextAsync(ledger));
    }

    [Theory]
    [InlineData("other edition")]
    [InlineData("cut off")]
    [InlineData("no ledger")]
    public async Task WhatCannotBeRead_IsReadFromTheLog(string harm)
    {
        await OpenNumbersAsync();
        await HarmAsync(kept =>
            kept.Ledger = harm switch
            {
                "other edition" => [0, .. kept.Ledger[1..]],
                "cut off" => kept.Ledger[..^7],
                _ => [kept.Ledger[0], 0, 1, 200, 200, 1],
            }
        );

        var version = (await _database.ReadAsync(_boardId)).Version;
        var (ledger, read) = await Checkpoints.OpenAsync(_boardId, version, Calendar);

        Assert.Equal(Entries, read);
        Assert.Equal(await TextOfLogAsync(version), await TextAsync(ledger));
    }

    [Fact]
    public async Task WhatWasKeptOfALaterVersion_IsNotTaken()
    {
        await OpenNumbersAsync();
        var version = (await _database.ReadAsync(_boardId)).Version;
        await HarmAsync(kept => kept.Version = version + 1);

        var (ledger, read) = await Checkpoints.OpenAsync(_boardId, version, Calendar);

        Assert.Equal(Entries, read);
        Assert.Equal(await TextOfLogAsync(version), await TextAsync(ledger));
    }

    private static BoardPlan PlanWithHistory()
    {
        var start = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        string[] columns = ["To do", "Doing", "Done"];
        var plan = new BoardPlan
        {
            Name = "Long ago",
            Columns = [.. columns.Select(name => new ColumnPlan(name, name))],
            Cards = [.. Enumerable.Range(0, 50).Select(i => new CardPlan($"{i}", columns[i % 3], $"Card {i}", start))],
        };
        return plan with
        {
            History =
            [
                .. Enumerable
                    .Range(0, Entries)
                    .Select(i => new HistoryPlan(
                        i < plan.Cards.Count ? ActivityKind.CardCreated : ActivityKind.CardMoved,
                        start.AddHours(i)
                    )
                    {
                        CardId = plan.Cards[i % plan.Cards.Count].Id,
                        ColumnId = plan.Columns[i * 7 % 3].Id,
                    }),
            ],
        };
    }

    /// <summary>As a dashboard does it; closing them waits until what is to be kept is.</summary>
    private async Task OpenNumbersAsync()
    {
        await using var numbers = DashboardScene.NumbersOf(_database);
        using var hold = numbers.Take(_boardId);
        Assert.NotNull(await hold.Thing);
    }

    private async Task ArchiveACardAsync()
    {
        var board = await _database.ReadAsync(_boardId);
        await _database.Commands.HandleAsync(
            new ShelveCards
            {
                BoardId = _boardId,
                CardIds = [board.Columns[0].Cards[0].Id],
                To = CardShelf.Archive,
            },
            _board.Owner
        );
    }

    private async Task HarmAsync(Action<FlowCheckpoint> harm)
    {
        await using var db = _database.CreateDbContext();
        harm(await db.FlowCheckpoints.SingleAsync(c => c.BoardId == _boardId));
        await db.SaveChangesAsync();
    }

    private async Task<string> TextOfLogAsync(long version)
    {
        var reader = new FlowReader(_database);
        var ledger = new FlowLedger(Calendar);
        foreach (var (column, stage) in await reader.ReadStagesAsync(_boardId))
        {
            ledger.SetStage(column, stage);
        }

        await ledger.ApplyAsync(reader.ReadAsync(_boardId, 0, version));
        return await TextAsync(ledger);
    }

    private async Task<string> TextAsync(FlowLedger ledger)
    {
        var stages = await new FlowReader(_database).ReadStagesAsync(_boardId);
        var first = new DateOnly(2025, 1, 1);
        return FlowText.Of(ledger, [.. stages.Keys], [.. Enumerable.Range(0, 300).Select(first.AddDays)]);
    }
}
