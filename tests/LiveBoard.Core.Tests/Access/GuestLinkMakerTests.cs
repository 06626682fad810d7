using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Live;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Access;

/// <summary>A link for guests acts on the right of whoever made it.</summary>
public sealed class GuestLinkMakerTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestBoard _board = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <summary>P-39: whoever is put out must not keep a window for themselves.</summary>
    [Fact]
    public async Task MakerWhoMayNoLongerShare_TakesTheLinkAlong_AndBringsItBack()
    {
        var maker = await AddAdminAsync();
        var pass = await MakeAsync(maker);
        await using var guest = await Viewer.OpenAsync(_database, pass);

        await SetRoleAsync(maker, BoardRole.Editor);

        await ExpectEndedAsync(guest);
        Assert.Null(await _database.Live.PeekAsync(pass, Cancellation));
        Assert.True(
            Assert.Single(await _database.GuestLinks.ListAsync(_board.Owner, _board.Id, Cancellation)).IsResting
        );
        await SetRoleAsync(maker, BoardRole.Admin);
        Assert.NotNull(await _database.Live.PeekAsync(pass, Cancellation));
        Assert.False(
            Assert.Single(await _database.GuestLinks.ListAsync(_board.Owner, _board.Id, Cancellation)).IsResting
        );
    }

    [Fact]
    public async Task MakerWhoseAccountIsDisabled_TakesTheLinkAlong()
    {
        var maker = await AddAdminAsync();
        var pass = await MakeAsync(maker);
        await using var guest = await Viewer.OpenAsync(_database, pass);

        await using (var db = _database.CreateDbContext())
        {
            (await db.Users.SingleAsync(u => u.Id == maker.PersonId, Cancellation)).IsDisabled = true;
            await db.SaveChangesAsync(Cancellation);
        }

        await ExpectEndedAsync(guest);
    }

    private static Task<LiveBoardUpdate> ExpectEndedAsync(Viewer guest) =>
        guest.WaitForUpdateAsync(update => update.Frame is null);

    private async Task<Actor> AddAdminAsync()
    {
        var admin = await _database.AddUserAsync(_board.WorkspaceId);
        await SetRoleAsync(admin, BoardRole.Admin);
        return admin;
    }

    private async Task SetRoleAsync(Actor person, BoardRole role) =>
        Assert.True(
            (
                await _board.DoAsync(
                    new SetBoardMember
                    {
                        BoardId = _board.Id,
                        PersonId = person.PersonId,
                        Role = role,
                    }
                )
            ).IsDone
        );

    private async Task<GuestPass> MakeAsync(Actor by)
    {
        var made = await _database.GuestLinks.CreateAsync(by, _board.Id, new GuestLinkWish(), Cancellation);
        return (await _database.Guests.FindAsync(made.Value, Cancellation))!.Pass;
    }
}
