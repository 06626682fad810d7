using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Data;
using LiveBoard.Core.Live;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Core.Tests.Access;

/// <summary>P-22, P-25, B-4: what a link for guests shows, to whom, and until when.</summary>
public sealed class GuestLinkTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private TestBoard _board = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private GuestLinkService Links => _database.GuestLinks;

    private DateTime Now => _database.Time.GetUtcNow().UtcDateTime;

    public ValueTask InitializeAsync() => OpenAsync(TimeProvider.System);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Secret_IsShownOnce_AndKeptAsAHash()
    {
        var secret = (
            await Links.CreateAsync(_board.Owner, _board.Id, new GuestLinkWish("For Acme"), Cancellation)
        ).Value!;

        Assert.Equal(16, Convert.FromBase64String(secret.Replace('-', '+').Replace('_', '/') + "==").Length);
        await using var db = _database.CreateDbContext();
        Assert.Equal(LinkSecret.Hash(secret), (await db.GuestLinks.SingleAsync(Cancellation)).TokenHash);
        Assert.DoesNotContain(
            await db.AuditEntries.ToListAsync(Cancellation),
            e => e.Details.Contains(secret, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Guest_SeesChanges_AndTheWithdrawalEndsIt()
    {
        var (pass, link) = await MakeAsync();
        await using var guest = await Viewer.OpenAsync(_database, pass);
        await _board.AddCardAsync();
        await guest.WaitForAsync(frame => frame.Board.Cards.Count == 10);

        await Links.WithdrawAsync(_board.Owner, link, Cancellation);

        await ExpectEndedAsync(guest);
        Assert.Null(await _database.Live.PeekAsync(pass, Cancellation));
        Assert.Null(await _database.Live.SubscribeAsync(pass, _ => Task.CompletedTask, Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BoardMadePrivateOrArchived_EndsIt_AndComingBackBringsItBack(bool isArchived)
    {
        var (pass, _) = await MakeAsync();
        await using var guest = await Viewer.OpenAsync(_database, pass);

        await _board.DoAsync(Close(isArchived));

        await ExpectEndedAsync(guest);
        Assert.Null(await _database.Live.PeekAsync(pass, Cancellation));
        await _board.DoAsync(Reopen(isArchived));
        Assert.NotNull(await _database.Live.PeekAsync(pass, Cancellation));
    }

    [Fact]
    public async Task LinkWithAnEnd_EndsThen_ForWhoLooksAsWell()
    {
        await _database.DisposeAsync();
        await OpenAsync(_time);
        var (pass, _) = await MakeAsync(new GuestLinkWish(ExpiresAt: Now.AddHours(1)));
        await using var guest = await Viewer.OpenAsync(_database, pass);

        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.NotNull(await _database.Live.PeekAsync(pass, Cancellation));
        _time.Advance(TimeSpan.FromMinutes(2));

        await ExpectEndedAsync(guest);
        Assert.Null(await _database.Live.PeekAsync(pass, Cancellation));
    }

    [Fact]
    public async Task Guest_SeesOneBoardOnly()
    {
        var (pass, _) = await MakeAsync();
        var other = await TestBoard.CreateAsync(_database);
        var reader = new CardReader(_database, _database.Access, _database.Guests);

        Assert.Equal(_board.Id, (await _database.Live.PeekAsync(pass, Cancellation))!.Board.Id);
        Assert.NotNull(
            await reader.ReadAsync(
                pass,
                (await _board.ReadAsync()).Columns[0].Cards[0].Id,
                cancellationToken: Cancellation
            )
        );
        Assert.Null(
            await reader.ReadAsync(
                pass,
                (await other.ReadAsync()).Columns[0].Cards[0].Id,
                cancellationToken: Cancellation
            )
        );
    }

    /// <summary>Neither number opens what the other does, even when they are the same one.</summary>
    [Fact]
    public async Task LinkWithTheNumberOfAnAccount_IsNotTheAccount_NorTheOtherWayRound()
    {
        var (pass, _) = await MakeAsync();
        var other = await TestBoard.CreateAsync(_database);
        await using (var db = _database.CreateDbContext())
        {
            db.GuestLinks.Add(
                new GuestLink
                {
                    Id = _board.Owner.PersonId,
                    BoardId = other.Id,
                    Name = "",
                    TokenHash = "x",
                    CreatedById = other.Owner.PersonId,
                    CreatedAt = Now,
                }
            );
            await db.SaveChangesAsync(Cancellation);
        }

        var asGuest = new GuestPass(_board.Owner.PersonId);
        var asActor = new Actor(pass.LinkId);

        Assert.NotEqual(_board.Id, (await _database.Live.PeekAsync(asGuest, Cancellation))!.Board.Id);
        Assert.Null(await _database.Live.PeekAsync(_board.Id, asActor, Cancellation));
        Assert.Null(await _database.Live.SubscribeAsync(_board.Id, asActor, _ => Task.CompletedTask, Cancellation));
        var command = new RenameCard
        {
            BoardId = _board.Id,
            CardId = (await _board.ReadAsync()).Columns[0].Cards[0].Id,
            Title = "Taken",
            ExpectedTitle = (await _board.ReadAsync()).Columns[0].Cards[0].Title,
        };
        Assert.Equal(
            RejectionCode.BoardNotFound,
            (await _database.Commands.HandleAsync(command, asActor, Cancellation)).Rejection?.Code
        );
    }

    [Fact]
    public async Task Guest_SeesNothingOfOtherBoards_OnACard()
    {
        var (pass, _) = await MakeAsync();
        var card = (await _board.ReadAsync()).Columns[0].Cards[0].Id;
        var other = await TestBoard.CreateAsync(_database);
        await using (var db = _database.CreateDbContext())
        {
            _ = await db.Cards.SingleAsync(c => c.Id == card, Cancellation);
            foreach (
                var (name, url) in new[]
                {
                    ("Secret plans", $"https://boards.example.org/b/{other.Id}/c/1"),
                    ("Picture", "https://example.org/p.png"),
                }
            )
            {
                db.Attachments.Add(
                    new Attachment
                    {
                        Id = Guid.CreateVersion7(),
                        CardId = card,
                        Name = name,
                        Url = url,
                        CreatedAt = Now,
                    }
                );
            }

            await db.SaveChangesAsync(Cancellation);
        }

        var details = await new CardReader(_database, _database.Access, _database.Guests).ReadAsync(
            pass,
            card,
            cancellationToken: Cancellation
        );

        Assert.Equal(["Picture"], details!.Attachments.Select(a => a.Name));
        Assert.Empty(details.Activity);
    }

    [Fact]
    public async Task UnusableWishes_AreRefused_AndNothingIsMade()
    {
        Assert.Equal(
            DirectoryRefusal.ValueInvalid,
            (await Links.CreateAsync(_board.Owner, _board.Id, new GuestLinkWish(ExpiresAt: Now), Cancellation)).Refusal
        );
        Assert.Equal(
            DirectoryRefusal.ValueInvalid,
            (
                await Links.CreateAsync(_board.Owner, _board.Id, new GuestLinkWish(new string('x', 101)), Cancellation)
            ).Refusal
        );
        Assert.Empty(await Links.ListAsync(_board.Owner, _board.Id, Cancellation));
    }

    private async ValueTask OpenAsync(TimeProvider time)
    {
        _database = await TestDatabase.CreateAsync(time: time);
        _board = await TestBoard.CreateAsync(_database);
    }

    private static async Task ExpectEndedAsync(Viewer guest)
    {
        var last = await guest.WaitForUpdateAsync(update => update.Frame is null);
        Assert.Equal(LiveBoardUpdate.AccessLost, last);
        Assert.Same(guest.Updates[^1], last);
    }

    private BoardCommand Close(bool isArchived) =>
        isArchived
            ? new ArchiveBoard { BoardId = _board.Id, IsArchived = true }
            : new SetBoardAccess
            {
                BoardId = _board.Id,
                Visibility = BoardVisibility.Private,
                WorkspaceRole = BoardRole.Editor,
            };

    private BoardCommand Reopen(bool isArchived) =>
        isArchived
            ? new ArchiveBoard { BoardId = _board.Id, IsArchived = false }
            : new SetBoardAccess
            {
                BoardId = _board.Id,
                Visibility = BoardVisibility.Workspace,
                WorkspaceRole = BoardRole.Editor,
            };

    private async Task<(GuestPass Pass, Guid Link)> MakeAsync(GuestLinkWish? wish = null)
    {
        var secret = (
            await Links.CreateAsync(_board.Owner, _board.Id, wish ?? new GuestLinkWish(), Cancellation)
        ).Value;
        var pass = (await _database.Guests.FindAsync(secret, Cancellation))!.Pass;
        return (pass, pass.LinkId);
    }
}
