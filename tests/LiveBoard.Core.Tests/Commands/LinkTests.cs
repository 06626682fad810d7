using System.Collections.Immutable;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Links;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>Links between cards: both ends, both boards, and nothing of a board that may not be read.</summary>
public sealed class LinkTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private TestBoard _other = null!;
    private Guid _card;
    private Guid _second;
    private Guid _far;

    private CardReader Reader => new(_database, _database.Access, _database.Guests);

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 2);
        _other = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 1);
        var cards = (await _board.ReadAsync()).Columns[0].Cards;
        (_card, _second) = (cards[0].Id, cards[1].Id);
        _far = (await _other.ReadAsync()).Columns[0].Cards[0].Id;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Link_IsSeenFromBothEnds_AndGoesFromBoth()
    {
        var before = await _board.ReadAsync();
        var linked = await _board.DoAsync(Blocks(_card, _second));

        Assert.Equal(
            (CardLinkKind.Blocks, false, _second),
            Assert.Single((await LinksAsync(_card)).Select(l => (l.Kind, l.IsBackwards, l.CardId)))
        );
        Assert.Equal(
            (CardLinkKind.Blocks, true, _card),
            Assert.Single((await LinksAsync(_second)).Select(l => (l.Kind, l.IsBackwards, l.CardId)))
        );
        var after = await _board.ReadAsync();
        Assert.All([_card, _second], id => Assert.True(after.Cards[id].Version > before.Cards[id].Version));
        await _board.DoAsync(linked.Undo!);
        Assert.Empty(await LinksAsync(_card));
        Assert.Empty(await LinksAsync(_second));
    }

    [Fact]
    public async Task Link_SaidTwice_OrFromTheOtherEnd_IsOne()
    {
        await _board.DoAsync(Blocks(_card, _second));
        await _board.DoAsync(Blocks(_card, _second) with { Kind = CardLinkKind.Relates });

        Assert.Equal(CommandStatus.Unchanged, (await _board.DoAsync(Blocks(_card, _second))).Status);
        var backwards = Blocks(_second, _card) with { IsBackwards = true };
        Assert.Equal(CommandStatus.Unchanged, (await _board.DoAsync(backwards)).Status);
        var related = Blocks(_second, _card) with { Kind = CardLinkKind.Relates };
        Assert.Equal(CommandStatus.Unchanged, (await _board.DoAsync(related)).Status);
        Assert.Equal(2, (await LinksAsync(_card)).Length);
    }

    [Fact]
    public async Task Link_ToItself_OrToACardInTheTrash_IsRefused()
    {
        await _board.DoAsync(
            new ShelveCards
            {
                BoardId = _board.Id,
                CardIds = [_second],
                To = CardShelf.Trash,
            }
        );

        Assert.Equal(RejectionCode.ValueInvalid, await RefusalAsync(Blocks(_card, _card)));
        Assert.Equal(RejectionCode.CardNotFound, await RefusalAsync(Blocks(_card, _second)));
    }

    [Fact]
    public async Task Link_ToAnotherBoard_NeedsTheRightThere_AndRaisesBothVersions()
    {
        Assert.Equal(RejectionCode.BoardNotFound, await RefusalAsync(Far()));
        await _database.JoinAsync(_other.WorkspaceId, _board.Owner, WorkspaceRole.Member);
        await _other.CloseToWorkspaceAsync();
        await GiveAsync(BoardRole.Viewer);
        Assert.Equal(RejectionCode.NotAllowed, await RefusalAsync(Far()));
        await GiveAsync(BoardRole.Editor);
        var before = (await _board.ReadAsync()).Version + (await _other.ReadAsync()).Version;

        await _board.DoAsync(Far());

        Assert.Equal(before + 2, (await _board.ReadAsync()).Version + (await _other.ReadAsync()).Version);
        var link = Assert.Single(await LinksAsync(_card));
        Assert.Equal(("Board", 1), (link.Other?.BoardName, link.Other?.Number));
    }

    [Fact]
    public async Task Reader_WhoMayNotOpenTheOtherBoard_LearnsNothingOfIt()
    {
        await _database.JoinAsync(_other.WorkspaceId, _board.Owner, WorkspaceRole.Member);
        await GiveAsync(BoardRole.Editor);
        await _other.DoAsync(
            new RenameCard
            {
                BoardId = _other.Id,
                CardId = _far,
                Title = "Secret",
            }
        );
        await _board.DoAsync(Far());
        var member = await _database.AddUserAsync(_board.WorkspaceId);

        var link = Assert.Single((await Reader.ReadLinksAsync(_board.Id, _card, member))!.Value);
        Assert.Null(link.Other);
        var details = (await Reader.ReadAsync(_board.Id, _card, member))!;
        Assert.DoesNotContain(
            details.Activity,
            a => $"{a.Before}{a.After}".Contains("Secret", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Link_ToACardThatIsDone_HoldsNothingUp()
    {
        await _board.DoAsync(Blocks(_card, _second) with { IsBackwards = true });
        Assert.False(Assert.Single(await LinksAsync(_card)).Other!.IsFinished);

        await _board.DoAsync(
            new ShelveCards
            {
                BoardId = _board.Id,
                CardIds = [_second],
                To = CardShelf.Archive,
            }
        );

        Assert.True(Assert.Single(await LinksAsync(_card)).Other!.IsFinished);
    }

    private LinkCards Blocks(Guid from, Guid to) =>
        new()
        {
            BoardId = _board.Id,
            CardId = from,
            ToCardId = to,
            Kind = CardLinkKind.Blocks,
        };

    private LinkCards Far() => Blocks(_card, _far) with { ToBoardId = _other.Id };

    private Task GiveAsync(BoardRole role) => _other.SetRoleAsync(_board.Owner, role);

    private async Task<RejectionCode?> RefusalAsync(BoardCommand command) =>
        (await _database.Commands.HandleAsync(command, _board.Owner)).Rejection?.Code;

    private async Task<ImmutableArray<LinkDetails>> LinksAsync(Guid card) =>
        (await Reader.ReadLinksAsync(_board.Id, card, _board.Owner))!.Value;
}
