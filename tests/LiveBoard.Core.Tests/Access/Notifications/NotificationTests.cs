using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Comments;
using LiveBoard.Core.Events;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Access.Notifications;

/// <summary>Who is told of what, once, and only as far as they may read it.</summary>
public sealed class NotificationTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private Actor _mara;
    private Guid _card;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 1);
        _card = (await _board.ReadAsync()).Columns[0].Cards[0].Id;
        _mara = await _database.AddUserAsync(_board.WorkspaceId);
        await NameAsync(_mara, "Mara Okafor");
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Assigned_IsTold_AndTakenBackWithTheCard_WhileUnread()
    {
        var given = await AssignAsync(_mara);

        var told = Assert.Single(await ToldAsync(_mara));
        Assert.Equal(
            (NotificationKind.Assigned, _board.Owner.PersonId, false),
            (told.Kind, told.Actor?.Id, told.IsRead)
        );
        Assert.Equal(1, await CountAsync(_mara));
        await _board.DoAsync(given.Undo!);
        Assert.Empty(await ToldAsync(_mara));
    }

    [Fact]
    public async Task Actor_IsNeverToldOfTheirOwnDeeds()
    {
        await AssignAsync(_board.Owner);
        await SayAsync("For myself");

        Assert.Empty(await ToldAsync(_board.Owner));
    }

    [Fact]
    public async Task Comment_IsToldToWhoeverHasToDoWithTheCard_AndOnceWhenNamed()
    {
        await SayAsync("Look, @Mara Okafor", _board.Owner);
        Assert.Equal([NotificationKind.Mentioned], (await ToldAsync(_mara)).Select(n => n.Kind));

        // Named once, so from now on it concerns her.
        await SayAsync("And this");
        Assert.Equal(
            [NotificationKind.Commented, NotificationKind.Mentioned],
            (await ToldAsync(_mara)).Select(n => n.Kind)
        );
        // Who made the card hears of the answer.
        await SayAsync("Answer", _mara);
        Assert.Equal("Answer", Assert.Single(await ToldAsync(_board.Owner)).Excerpt);
    }

    [Fact]
    public async Task Comment_Edited_TellsOnlyWhomItDidNotNameBefore()
    {
        var noa = await _database.AddUserAsync(_board.WorkspaceId);
        await NameAsync(noa, "Noa Peretz");
        var comment = await SayAsync("Look, @Mara Okafor");

        await EditAsync(comment, "Look, @Mara Okafor and @Noa Peretz");
        await EditAsync(comment, "Look here, @Mara Okafor and @Noa Peretz");

        Assert.Single(await ToldAsync(_mara));
        Assert.Single(await ToldAsync(noa));
    }

    [Fact]
    public async Task Comment_TakenAway_IsNotShownAnyMore()
    {
        var comment = await SayAsync("Look, @Mara Okafor");
        await _board.DoAsync(
            new RemoveComment
            {
                BoardId = _board.Id,
                CardId = _card,
                CommentId = comment,
            }
        );

        Assert.Empty(await ToldAsync(_mara));
        Assert.Equal(0, await CountAsync(_mara));
    }

    [Fact]
    public async Task Description_TellsWhomItNamesNew()
    {
        await DescribeAsync("With @Mara Okafor");
        await DescribeAsync("With @Mara Okafor, soon");

        Assert.Equal([NotificationKind.Mentioned], (await ToldAsync(_mara)).Select(n => n.Kind));
    }

    [Fact]
    public async Task Watch_On_IsTold_AndOff_IsNot_WhateverElseThereIs()
    {
        await _database.Watches.SetAsync(_mara, _board.Id, _card, isOn: true, Cancellation);
        await SayAsync("One");
        Assert.Single(await ToldAsync(_mara));

        await _database.Watches.SetAsync(_mara, _board.Id, _card, isOn: false, Cancellation);
        await AssignAsync(_mara);
        await SayAsync("Two");
        Assert.Equal(
            [NotificationKind.Assigned, NotificationKind.Commented],
            (await ToldAsync(_mara)).Select(n => n.Kind)
        );
    }

    [Fact]
    public async Task Stranger_IsNotToldThroughAName_NorThroughAWatchThatIsLeft()
    {
        await _database.Watches.SetAsync(_mara, _board.Id, _card, isOn: true, Cancellation);
        await SayAsync("Before");
        await _board.CloseToWorkspaceAsync();

        await SayAsync("Secret for @Mara Okafor");

        Assert.Empty(await ToldAsync(_mara));
        Assert.Equal(0, await CountAsync(_mara));
        await using var db = _database.CreateDbContext();
        Assert.Equal(1, await db.Notifications.CountAsync(n => n.PersonId == _mara.PersonId, Cancellation));
        // What came in the meantime does not come later either; what she was told before is there again.
        await _board.SetRoleAsync(_mara, BoardRole.Viewer);
        Assert.Equal("Before", Assert.Single(await ToldAsync(_mara)).Excerpt);
    }

    [Fact]
    public async Task Muted_IsNotTold()
    {
        var wish = new NotificationWish(NotificationMailMode.Daily, [NotificationKind.Assigned], []);
        await _database.Notifications.ChangeWishAsync(_mara, wish, Cancellation);

        await AssignAsync(_mara);
        await SayAsync("@Mara Okafor");

        Assert.Equal([NotificationKind.Mentioned], (await ToldAsync(_mara)).Select(n => n.Kind));
        var kept = await _database.Notifications.ReadWishAsync(_mara, Cancellation);
        Assert.Equal(NotificationMailMode.Daily, kept.MailMode);
        Assert.Equal([NotificationKind.Assigned], kept.Muted);
    }

    [Fact]
    public async Task Read_OneByOne_ByCard_AndAll_TellsTheBell()
    {
        await AssignAsync(_mara);
        await SayAsync("@Mara Okafor");
        var told = await ToldAsync(_mara);
        var heard = new List<DirectoryEvent>();
        using var listening = _database.Bus.SubscribeDirectory(heard.Add);

        await MarkAsync(new NotificationMark(told[0].Id));
        Assert.Equal(1, await CountAsync(_mara));
        await MarkAsync(new NotificationMark(told[0].Id, IsRead: false));
        Assert.Equal(2, await CountAsync(_mara));
        await _database.Notifications.NoteSeenAsync(_mara, _card, Cancellation);
        Assert.Equal(0, await CountAsync(_mara));
        Assert.Equal(3, heard.Count(e => e == new NotificationsChanged(_mara.PersonId)));
        // Nobody reads for somebody else.
        await MarkAsync(new NotificationMark(told[0].Id, IsRead: false), _board.Owner);
        Assert.Equal(0, await CountAsync(_mara));
    }

    [Fact]
    public async Task Pages_HaveEachOnce()
    {
        for (var i = 0; i < 7; i++)
        {
            await SayAsync($"@Mara Okafor {i}");
        }

        var first = await _database.Notifications.ReadAsync(_mara, count: 3, cancellationToken: Cancellation);
        var second = await _database.Notifications.ReadAsync(_mara, first.Items[^1], 3, Cancellation);
        var third = await _database.Notifications.ReadAsync(_mara, second.Items[^1], 3, Cancellation);

        Assert.Equal((true, true, false), (first.HasMore, second.HasMore, third.HasMore));
        Assert.Equal(
            Enumerable.Range(0, 7).Reverse().Select(i => $"@Mara Okafor {i}"),
            first.Items.Concat(second.Items).Concat(third.Items).Select(i => i.Excerpt!)
        );
    }

    private async Task NameAsync(Actor actor, string name)
    {
        await using var db = _database.CreateDbContext();
        (await db.People.SingleAsync(p => p.Id == actor.PersonId, Cancellation)).Name = name;
        await db.SaveChangesAsync(Cancellation);
    }

    private Task<CommandResult> AssignAsync(Actor person) =>
        _board.DoAsync(
            new SetCardAssignee
            {
                BoardId = _board.Id,
                CardId = _card,
                PersonId = person.PersonId,
                IsOn = true,
            }
        );

    private async Task<Guid> SayAsync(string text, Actor? author = null)
    {
        await _board.DoAsync(
            new AddComment
            {
                BoardId = _board.Id,
                CardId = _card,
                Text = text,
            },
            author
        );
        await using var db = _database.CreateDbContext();
        return await db.Comments.OrderByDescending(c => c.Id).Select(c => c.Id).FirstAsync(Cancellation);
    }

    private Task EditAsync(Guid comment, string text) =>
        _board.DoAsync(
            new EditComment
            {
                BoardId = _board.Id,
                CardId = _card,
                CommentId = comment,
                Text = text,
            }
        );

    private Task DescribeAsync(string text) =>
        _board.DoAsync(
            new DescribeCard
            {
                BoardId = _board.Id,
                CardId = _card,
                Description = text,
            }
        );

    private Task MarkAsync(NotificationMark mark, Actor? actor = null) =>
        _database.Notifications.MarkAsync(actor ?? _mara, mark, Cancellation);

    private async Task<IReadOnlyList<NotificationListing>> ToldAsync(Actor actor) =>
        (await _database.Notifications.ReadAsync(actor, cancellationToken: Cancellation)).Items;

    private Task<int> CountAsync(Actor actor) => _database.Notifications.CountUnreadAsync(actor, Cancellation);
}
