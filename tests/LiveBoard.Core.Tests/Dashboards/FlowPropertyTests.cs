using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Core.Dashboards;
using LiveBoard.Core.Dashboards.Flow;
using LiveBoard.Core.Live;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Dashboards;

/// <summary>Kept up entry by entry, read from the log all at once, and counted by the slow way: always the same.</summary>
public sealed class FlowPropertyTests
{
    private static readonly FlowCalendar Calendar = new(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TenThousandEntries_WithStagesMarkedBetweenThem_EqualTheSlowCount(int seed)
    {
        var log = new RandomFlow(seed);
        var kept = new FlowLedger(Calendar);
        foreach (var (entry, marked) in log.Entries(10_000))
        {
            kept.Apply(entry);
            if (marked is { } column)
            {
                kept.SetStage(column, log.Stages[column]);
            }
        }

        var anew = new FlowLedger(Calendar);
        foreach (var (column, stage) in log.Stages)
        {
            anew.SetStage(column, stage);
        }

        anew.Apply(log.Written);
        var slow = new SlowFlow(log.Written, log.Stages, Calendar);
        Assert.True(slow.Days.Count > 100 && slow.Done.Count > 50, "The log does not do enough to show anything.");
        Assert.Equal(slow.Text(), FlowText.Of(kept, log.Columns, slow.Days));
        Assert.Equal(slow.Text(), FlowText.Of(anew, log.Columns, slow.Days));
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void ALedgerWrittenDownAndReadAgain_GoesOnAsIfNothingHadBeen(int seed)
    {
        var log = new RandomFlow(seed);
        var kept = new FlowLedger(Calendar);
        var resumed = new FlowLedger(Calendar);
        var taken = 0;
        foreach (var (entry, marked) in log.Entries(5_000))
        {
            kept.Apply(entry);
            resumed.Apply(entry);
            if (marked is { } column)
            {
                kept.SetStage(column, log.Stages[column]);
                resumed.SetStage(column, log.Stages[column]);
            }

            if (++taken % 700 == 0)
            {
                resumed = Again(resumed, log.Stages);
            }
        }

        var slow = new SlowFlow(log.Written, log.Stages, Calendar);
        Assert.Equal(slow.Text(), FlowText.Of(kept, log.Columns, slow.Days));
        Assert.Equal(slow.Text(), FlowText.Of(resumed, log.Columns, slow.Days));
        Assert.Equal(FlowLedgerBytes.Write(kept), FlowLedgerBytes.Write(resumed));
    }

    private static FlowLedger Again(FlowLedger ledger, IReadOnlyDictionary<Guid, ColumnStage> stages)
    {
        var again = new FlowLedger(Calendar);
        foreach (var (column, stage) in stages)
        {
            again.SetStage(column, stage);
        }

        Assert.True(FlowLedgerBytes.Read(FlowLedgerBytes.Write(ledger), again));
        return again;
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Commands_FollowedOnTheBus_EqualTheLogReadAfterwards(int seed)
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        var reader = new FlowReader(database);
        var followed = new FlowLedger(Calendar);
        var start = await board.ReadAsync();
        await followed.ApplyAsync(reader.ReadAsync(board.Id, 0, start.Version));

        using var listening = database.Bus.SubscribeBoard(
            board.Id,
            changes => ActivityNews.InOrder(changes.Activity).ToList().ForEach(followed.Apply)
        );
        var commands = new RandomCommands(seed, [board.Owner.PersonId]);
        for (var i = 0; i < 250; i++)
        {
            var now = await board.ReadAsync();
            BoardCommand command =
                i % 9 == 0 && !now.Columns.IsEmpty
                    ? new SetColumnStage
                    {
                        BoardId = board.Id,
                        ColumnId = now.Columns[i % now.Columns.Length].Id,
                        Stage = (ColumnStage)(i % 3),
                    }
                    : commands.Next(now);
            await database.Commands.HandleAsync(command, board.Owner);
        }

        var end = await board.ReadAsync();
        var stages = await reader.ReadStagesAsync(board.Id);
        var read = new FlowLedger(Calendar);
        foreach (var (column, stage) in stages)
        {
            read.SetStage(column, stage);
            followed.SetStage(column, stage);
        }

        await read.ApplyAsync(reader.ReadAsync(board.Id, 0, end.Version));

        var today = Calendar.DayOf(database.Time.GetUtcNow().UtcDateTime);
        Assert.Equal(FlowText.Of(read, [.. stages.Keys], [today]), FlowText.Of(followed, [.. stages.Keys], [today]));
        // And the newest moment is the board itself.
        var places = read.PlacesAt(DateTime.MaxValue);
        Assert.All(
            end.Columns,
            column => Assert.Equal(column.Cards.Select(c => c.Id).Order(), places[column.Id].Order())
        );
        Assert.Equal(end.Cards.Count, places.Sum(p => p.Count()));
    }
}
