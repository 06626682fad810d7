using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Comments;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using LiveBoard.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Web.Tests.Mail;

/// <summary>What people are told, by a real mail server: once, after it has come to rest, and only what they may read then.</summary>
public sealed class NotificationMailTests : IAsyncLifetime
{
    private const string Title = "<img src=x onerror=alert(1)> & «Brise»";

    private readonly MailServer _mail = new();
    private readonly LiveBoardApp _app = new LiveBoardApp().With("LiveBoard:TimeZone", "UTC");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero))
    {
        AutoAdvanceAmount = TimeSpan.Zero,
    };
    private TestUser _bo = null!;
    private Guid _board;
    private Guid _card;

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    private Actor Ada => new(_app.Administrator.Id);

    public async ValueTask InitializeAsync()
    {
        // The test says when it is time to look, and not the clock.
        _mail
            .Connect(_app)
            .With(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time)))
            .With(services =>
                services.Remove(services.Single(s => s.ImplementationType == typeof(NotificationMailing)))
            );
        await _app.CreateAdministratorAsync();
        _bo = await _app.CreateUserAsync(name: "Bo Berg");
        _board = Guid.CreateVersion7();
        await DoAsync(
            new CreateBoard
            {
                BoardId = _board,
                WorkspaceId = _app.WorkspaceId,
                Name = "Winter timetable",
                Columns = [new NewColumn("Ideas", ColumnStage.NotStarted)],
            }
        );
        await using var db = _app.CreateDbContext();
        await DoAsync(
            new AddCards
            {
                BoardId = _board,
                ColumnId = await db.Columns.Select(c => c.Id).SingleAsync(Cancellation),
                Titles = [Title],
            }
        );
        _card = await db.Cards.Select(c => c.Id).SingleAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _mail.DisposeAsync();
    }

    [Fact]
    public async Task Mention_IsMailedOnce_WhenItHasComeToRest_AsPlainText()
    {
        await SayAsync("Look, @Bo Berg\n<script>alert(1)</script>");
        await SendAsync(after: NotificationMailbox.Quiet - TimeSpan.FromSeconds(1));
        Assert.Equal(0, _mail.Count);

        await SendAsync(after: TimeSpan.FromSeconds(1));
        await SendAsync(after: NotificationMailbox.Quiet);

        Assert.Equal(1, _mail.Count);
        using var mail = await _mail.TakeAsync(Cancellation);
        Assert.Equal([_bo.Email], mail.To.Mailboxes.Select(m => m.Address));
        Assert.Equal($"#1 {Title}: Ada Admin named you in a comment", mail.Subject);
        Assert.Null(mail.HtmlBody);
        Assert.Equal("text/plain", mail.Body!.ContentType.MimeType);
        var lines = mail.TextBody!.ReplaceLineEndings("\n").Split('\n');
        Assert.Contains("  > Look, @Bo Berg", lines);
        Assert.Contains("  > <script>alert(1)</script>", lines);
        Assert.Contains($"http://boards.example.org/b/{_board}/c/1", lines);
    }

    [Fact]
    public async Task Comments_InARow_AreOneMail()
    {
        await SayAsync("@Bo Berg one");
        _time.Advance(TimeSpan.FromMinutes(1));
        await SayAsync("two");
        await SendAsync(after: NotificationMailbox.Quiet - TimeSpan.FromSeconds(1));
        Assert.Equal(0, _mail.Count);
        await SendAsync(after: TimeSpan.FromSeconds(1));

        using var mail = await _mail.TakeAsync(Cancellation);
        Assert.Equal(0, _mail.Count);
        Assert.Contains("one", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("two", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadMeanwhile_OrNotToBeReadAnyMore_IsNotMailed()
    {
        await SayAsync("@Bo Berg one");
        await Service<NotificationService>().MarkAsync(new Actor(_bo.Id), new NotificationMark(), Cancellation);
        await SendAsync(after: NotificationMailbox.Quiet);
        await SayAsync("@Bo Berg secret");
        await DoAsync(
            new SetBoardAccess
            {
                BoardId = _board,
                Visibility = BoardVisibility.Private,
                WorkspaceRole = BoardRole.Editor,
            }
        );
        await SendAsync(after: NotificationMailbox.Quiet);

        Assert.Equal(0, _mail.Count);
        // Decided once and for all: the right that comes back brings no old mail.
        await using var db = _app.CreateDbContext();
        Assert.False(await db.Notifications.AnyAsync(n => n.MailedAt == null, Cancellation));
    }

    [Fact]
    public async Task Daily_ComesInTheMorning_Once_WithAllOfIt()
    {
        await WishAsync(NotificationMailMode.Daily);
        // Whoever changes to the daily mail in the day has today's at once, and the next one tomorrow.
        await SayAsync("@Bo Berg zero");
        await SendAsync(after: NotificationMailbox.Quiet);
        using var first = await _mail.TakeAsync(Cancellation);
        await SayAsync("@Bo Berg one");
        await SendAsync(after: TimeSpan.FromHours(3));
        await SayAsync("@Bo Berg two");
        await SendAsync(after: TimeSpan.FromHours(18));
        Assert.Equal(0, _mail.Count);

        await SendAsync(after: TimeSpan.FromHours(1));
        await SendAsync(after: TimeSpan.FromHours(1));

        Assert.Equal(1, _mail.Count);
        using var mail = await _mail.TakeAsync(Cancellation);
        Assert.Equal("LiveBoard: 2 notifications", mail.Subject);
        Assert.Contains("one", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("two", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Off_AndUnwantedKinds_AreNotMailed_ButTold()
    {
        await WishAsync(NotificationMailMode.Instant, NotificationKind.Mentioned);
        await SayAsync("@Bo Berg one");
        await SendAsync(after: NotificationMailbox.Quiet);
        await WishAsync(NotificationMailMode.Off);
        await SayAsync("@Bo Berg two");
        await SendAsync(after: NotificationMailbox.Quiet);

        Assert.Equal(0, _mail.Count);
        Assert.Equal(2, await Service<NotificationService>().CountUnreadAsync(new Actor(_bo.Id), Cancellation));
    }

    [Fact]
    public async Task MailServer_ThatIsDown_GetsItLater()
    {
        await SayAsync("@Bo Berg one");
        _mail.IsRefusing = true;
        _time.Advance(NotificationMailbox.Quiet);
        await Assert.ThrowsAnyAsync<Exception>(() => Service<NotificationPost>().SendAsync(Cancellation));
        _mail.IsRefusing = false;

        await SendAsync(after: TimeSpan.FromMinutes(1));

        Assert.Equal(1, _mail.Count);
    }

    [Fact]
    public async Task Address_ThatTheServerDoesNotTake_KeepsNobodyElsesMail()
    {
        var cy = await _app.CreateUserAsync(name: "Cy Cole");
        await SayAsync("@Bo Berg and @Cy Cole");
        _time.Advance(NotificationMailbox.Quiet);
        foreach (var refused in new[] { _bo.Email, cy.Email })
        {
            _mail.RefusedAddress = refused;
            await Assert.ThrowsAnyAsync<Exception>(() => Service<NotificationPost>().SendAsync(Cancellation));
            using var mail = await _mail.TakeAsync(Cancellation);
            Assert.NotEqual(refused, mail.To.Mailboxes.Single().Address);
            _mail.RefusedAddress = null;
            await SendAsync(after: TimeSpan.Zero);
            using var later = await _mail.TakeAsync(Cancellation);
            Assert.Equal(refused, later.To.Mailboxes.Single().Address);
            await SayAsync("@Bo Berg and @Cy Cole again");
            _time.Advance(NotificationMailbox.Quiet);
        }
    }

    private T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    private async Task SendAsync(TimeSpan after)
    {
        _time.Advance(after);
        await Service<NotificationPost>().SendAsync(Cancellation);
    }

    private Task WishAsync(NotificationMailMode mode, params NotificationKind[] unmailed) =>
        Service<NotificationService>()
            .ChangeWishAsync(new Actor(_bo.Id), new NotificationWish(mode, [], [.. unmailed]), Cancellation);

    private Task SayAsync(string text) =>
        DoAsync(
            new AddComment
            {
                BoardId = _board,
                CardId = _card,
                Text = text,
            }
        );

    private async Task DoAsync(BoardCommand command)
    {
        var result = await Service<BoardCommandHandler>().HandleAsync(command, Ada, Cancellation);
        Assert.True(result.IsDone, $"{result.Rejection}");
    }
}
