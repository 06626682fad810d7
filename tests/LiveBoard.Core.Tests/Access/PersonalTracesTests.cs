using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Access;

/// <summary>A-66: what a person has left besides words is handed to them, with names only of what they may open.</summary>
public sealed class PersonalTracesTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private Actor _bo;
    private CardSnapshot _card = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database);
        _bo = await _database.AddUserAsync(_board.WorkspaceId, WorkspaceRole.Owner);
        _card = (await _board.ReadAsync()).Columns[0].Cards[0];
        await _board.AddDetailsAsync(_bo);
        await _board.DoAsync(
            new SetCardAssignee
            {
                BoardId = _board.Id,
                CardId = _card.Id,
                PersonId = _bo.PersonId,
                IsOn = true,
            }
        );
        await _database.Watches.SetAsync(_bo, _board.Id, _card.Id, isOn: true, Cancellation);
        await _database.Notifications.ChangeWishAsync(
            _bo,
            new NotificationWish(NotificationMailMode.Daily, [NotificationKind.DueSoon], [NotificationKind.Assigned]),
            Cancellation
        );
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Cards_FilesAndWishes_AreTold()
    {
        var (told, left) = await ReadAsync();

        var card = new PersonalCard((await _board.ReadAsync()).Header.Name, _card.Title);
        Assert.Equal(
            (NotificationMailMode.Daily, NotificationKind.DueSoon, NotificationKind.Assigned),
            (told.Mail, Assert.Single(told.Muted), Assert.Single(told.Unmailed))
        );
        Assert.Equal(card, Assert.Single(told.Watched));
        Assert.Empty(told.Unwatched);
        var news = Assert.Single(told.Notifications);
        Assert.Equal((NotificationKind.Assigned, card, null), (news.Kind, news.About, news.ReadAt));
        Assert.Equal(card, Assert.Single(left.Assigned));
        var file = Assert.Single(left.Files);
        Assert.Equal((card.Board, "pier.png", 1000L), (file.Board, file.Name, file.Size));
    }

    [Fact]
    public async Task OfABoardThatIsClosed_OnlyOnesOwnIsTold()
    {
        await using (var db = _database.CreateDbContext())
        {
            (await db.WorkspaceMembers.SingleAsync(m => m.PersonId == _bo.PersonId, Cancellation)).Role =
                WorkspaceRole.Member;
            await db.SaveChangesAsync(Cancellation);
        }

        await _board.CloseToWorkspaceAsync();
        var (told, left) = await ReadAsync();

        var nothing = new PersonalCard(null, null);
        Assert.Equal(nothing, Assert.Single(told.Watched));
        Assert.Equal(nothing, Assert.Single(told.Notifications).About);
        Assert.Equal(nothing, Assert.Single(left.Assigned));
        var file = Assert.Single(left.Files);
        Assert.Equal((null, "pier.png"), (file.Board, file.Name));
    }

    [Fact]
    public async Task NumbersAndTokens_AreTold_AndNeverASecret()
    {
        var metrics = new MetricService(
            _database,
            _database.Access,
            _database.Writes,
            _database.Refusals,
            _database.Time
        );
        var tokens = new ApiTokenService(
            _database,
            _database.Access,
            _database.Writes,
            _database.Refusals,
            _database.Time
        );
        var series = await metrics.CreateSeriesAsync(
            _bo,
            _board.WorkspaceId,
            new MetricWish("deploys", "Deploys"),
            Cancellation
        );
        var at = new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);
        Assert.Null((await metrics.EnterPointAsync(_bo, series.Value, at, 7, Cancellation)).Refusal);
        await tokens.CreateAsync(_bo, _board.WorkspaceId, "Build server", cancellationToken: Cancellation);

        var (_, left) = await ReadAsync();

        Assert.Equal(new PersonalNumber("Deploys", at, 7), Assert.Single(left.Numbers));
        var token = Assert.Single(left.Tokens);
        Assert.Equal(("Build server", null, null), (token.Name, token.LastUsedAt, token.RevokedAt));
    }

    private async Task<(PersonalNews Told, PersonalTraces Left)> ReadAsync()
    {
        var data = await new PersonalDataReader(_database, _database.Access).ReadAsync(_bo, Cancellation);
        return (data!.Told, data.Left);
    }
}
