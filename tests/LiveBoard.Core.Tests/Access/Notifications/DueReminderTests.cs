using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Core.Tests.Access.Notifications;

/// <summary>Reminders come once for each due date, in time, from one node; and mail waits until things have come to rest.</summary>
public sealed class DueReminderTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private Guid _card;
    private Actor _mara;
    private DueReminders _reminders = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(time: _time);
        _board = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 1);
        _card = (await _board.ReadAsync()).Columns[0].Cards[0].Id;
        _mara = await _database.AddUserAsync(_board.WorkspaceId);
        _reminders = Node();
        await _board.DoAsync(
            new SetCardAssignee
            {
                BoardId = _board.Id,
                CardId = _card,
                PersonId = _mara.PersonId,
                IsOn = true,
            }
        );
        await _database.Notifications.MarkAsync(_mara, new NotificationMark(), Cancellation);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Card_IsTold_ADayBefore_AndWhenItIsOverdue_OnceEach()
    {
        await DueAsync(Now.AddDays(3));
        Assert.Equal(0, await _reminders.SweepAsync(Cancellation));

        _time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await _reminders.SweepAsync(Cancellation));
        Assert.Equal(0, await _reminders.SweepAsync(Cancellation));
        Assert.Equal(0, await Node().SweepAsync(Cancellation));

        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await _reminders.SweepAsync(Cancellation));
        Assert.Equal(0, await Node().SweepAsync(Cancellation));
        Assert.Equal([NotificationKind.Overdue, NotificationKind.DueSoon], await KindsAsync());
    }

    [Fact]
    public async Task Card_WithAReminderOfItsOwn_IsToldThen_AndAgainForAnotherDate()
    {
        await _board.DoAsync(
            new SetCardReminder
            {
                BoardId = _board.Id,
                CardId = _card,
                Minutes = 30,
            }
        );
        await DueAsync(Now.AddHours(1));
        Assert.Equal(0, await _reminders.SweepAsync(Cancellation));
        _time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(1, await _reminders.SweepAsync(Cancellation));

        await DueAsync(Now.AddMinutes(20));
        Assert.Equal(1, await _reminders.SweepAsync(Cancellation));
    }

    [Fact]
    public async Task Card_ThatIsDone_PutAway_OrLongOverdue_TellsNobody()
    {
        await DueAsync(Now.AddHours(1), isDone: true);
        Assert.Equal(0, await _reminders.SweepAsync(Cancellation));
        await DueAsync(Now - DueReminders.News - TimeSpan.FromMinutes(1));
        Assert.Equal(0, await _reminders.SweepAsync(Cancellation));
        await DueAsync(Now.AddHours(1));
        await _board.DoAsync(
            new ShelveCards
            {
                BoardId = _board.Id,
                CardIds = [_card],
                To = CardShelf.Archive,
            }
        );
        Assert.Equal(0, await _reminders.SweepAsync(Cancellation));
    }

    [Fact]
    public async Task Lease_IsOneNodes_UntilItsTimeRunsOut()
    {
        var (first, second) = (Keeper(), Keeper());

        Assert.True(await first.TryTakeAsync("job", TimeSpan.FromMinutes(3), Cancellation));
        Assert.False(await second.TryTakeAsync("job", TimeSpan.FromMinutes(3), Cancellation));
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await first.TryTakeAsync("job", TimeSpan.FromMinutes(3), Cancellation));
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.False(await second.TryTakeAsync("job", TimeSpan.FromMinutes(3), Cancellation));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await second.TryTakeAsync("job", TimeSpan.FromMinutes(3), Cancellation));
        Assert.False(await first.TryTakeAsync("job", TimeSpan.FromMinutes(3), Cancellation));
    }

    [Fact]
    public async Task Forgotten_AfterNinetyDays()
    {
        await DueAsync(Now);
        await _reminders.SweepAsync(Cancellation);
        var retention = new NotificationRetention(_database, _database.Writes, _time);
        _time.Advance(NotificationRetention.Kept);
        Assert.Equal(0, await retention.SweepAsync(Cancellation));
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(2, await retention.SweepAsync(Cancellation));
        Assert.Empty(await KindsAsync());
    }

    private DueReminders Node() => new(_database, _database.Access, _database.Writes, _time);

    private LeaseKeeper Keeper() => new(_database, _database.Writes, _time);

    private Task DueAsync(DateTime at, bool isDone = false) =>
        _board.DoAsync(
            new SetCardDue
            {
                BoardId = _board.Id,
                CardId = _card,
                DueAt = at,
                IsDone = isDone,
            }
        );

    private async Task<IEnumerable<NotificationKind>> KindsAsync()
    {
        var page = await _database.Notifications.ReadAsync(_mara, cancellationToken: Cancellation);
        return page.Items.Select(i => i.Kind).Where(k => k != NotificationKind.Assigned);
    }
}
