using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Attachments;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Access;

/// <summary>Whoever may see a card gets its files, and nobody else.</summary>
public sealed class AttachmentReaderTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private GuestPass _pass;
    private Guid _card;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 1);
        await _board.AddDetailsAsync(_board.Owner);
        _card = (await _board.ReadAsync()).Columns[0].Cards[0].Id;
        _pass = await ShareAsync(_board);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Guest_GetsFilesOfTheirBoard_AndOfNoOther()
    {
        var other = await ShareAsync(await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 1));

        Assert.NotNull(await FindAsync(default, _pass));
        Assert.NotNull(await FindAsync(default, other, _pass));
        Assert.Null(await FindAsync(default, other));
        Assert.Null(await FindAsync(default, new GuestPass(Guid.CreateVersion7())));
        Assert.Null(await FindAsync(default));
    }

    [Fact]
    public async Task Guest_GetsNothingOfCardsThatAreNotOnTheBoard()
    {
        await _board.DoAsync(
            new ShelveCards
            {
                BoardId = _board.Id,
                CardIds = [_card],
                To = CardShelf.Archive,
            }
        );

        Assert.Null(await FindAsync(default, _pass));
        Assert.NotNull(await FindAsync(_board.Owner));
    }

    [Fact]
    public async Task Guest_GetsNothing_OnceTheLinkIsWithdrawn()
    {
        await _database.GuestLinks.WithdrawAsync(_board.Owner, _pass.LinkId, Cancellation);

        Assert.Null(await FindAsync(default, _pass));
    }

    [Fact]
    public async Task WhatWasTakenAway_IsThereForNobody()
    {
        await _board.DoAsync(
            new RemoveAttachment
            {
                BoardId = _board.Id,
                CardId = _card,
                AttachmentId = TestBoard.PictureOf(_card),
            }
        );

        Assert.Null(await FindAsync(_board.Owner, _pass));
    }

    private Task<AttachedFile?> FindAsync(Actor actor, params GuestPass[] passes) =>
        new AttachmentReader(_database, _database.Access, _database.Guests).FindAsync(
            TestBoard.PictureOf(_card),
            actor,
            passes,
            Cancellation
        );

    private async Task<GuestPass> ShareAsync(TestBoard board)
    {
        await _database.GuestLinks.CreateAsync(board.Owner, board.Id, new GuestLinkWish(), Cancellation);
        return new GuestPass((await _database.GuestLinks.ListAsync(board.Owner, board.Id, Cancellation))[0].Id);
    }
}
