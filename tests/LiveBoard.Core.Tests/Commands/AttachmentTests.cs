using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Attachments;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>What may hang on a card, under which name, and what its tile shows of it.</summary>
public sealed class AttachmentTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private Guid _card;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Guid Picture => TestBoard.PictureOf(_card);

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 2);
        _card = (await _board.ReadAsync()).Columns[0].Cards[0].Id;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task File_IsOnTheCardWithAllThatIsKnownOfIt_AndTakenBackByItsUndo()
    {
        var file = File("pier.png") with { Width = 80, Height = 60 };
        var added = await _board.DoAsync(file);

        var shown = Assert.Single(await ReadAsync());
        Assert.Equal(
            ("pier.png", file.FileId, 1000L, "image/png", 80, 60, _board.Owner.PersonId),
            (shown.Name, shown.FileId, shown.Size, shown.MediaType, shown.Width, shown.Height, shown.AddedBy!.Id)
        );
        Assert.Equal(1, (await CardAsync()).AttachmentCount);

        var undone = await _board.DoAsync(added.Undo!);
        Assert.Empty(await ReadAsync());
        Assert.Equal(0, (await CardAsync()).AttachmentCount);

        await _board.DoAsync(undone.Undo!);
        Assert.Equal(shown, Assert.Single(await ReadAsync()));
        Assert.Equal(1, (await CardAsync()).AttachmentCount);
    }

    [Theory]
    [InlineData("https://example.com/a?b#c", null, "https://example.com/a?b#c")]
    [InlineData(" http://example.com ", "Fares", "Fares")]
    [InlineData("https://example.com", " \t", "https://example.com")]
    public async Task Link_IsCalledByItsNameOrItsAddress(string url, string? name, string shown)
    {
        await _board.DoAsync(Link(url, name));

        var link = Assert.Single(await ReadAsync());
        Assert.Equal((shown, url.Trim(), null), (link.Name, link.Url, link.FileId));
    }

    [Theory]
    [InlineData("javascript:alert(1)", RejectionCode.LinkUnsafe)]
    [InlineData("data:text/html,<script>", RejectionCode.LinkUnsafe)]
    [InlineData("file:///etc/passwd", RejectionCode.LinkUnsafe)]
    [InlineData("//example.com", RejectionCode.LinkUnsafe)]
    [InlineData("pier", RejectionCode.LinkUnsafe)]
    [InlineData("", RejectionCode.TextEmpty)]
    public async Task Link_ThatIsNone_IsRefused(string url, RejectionCode code) =>
        Assert.Equal(code, await TryAsync(Link(url, "Name")));

    [Theory]
    [InlineData("", RejectionCode.TextEmpty)]
    [InlineData("\u200b", RejectionCode.TextEmpty)]
    [InlineData("a\0b", RejectionCode.TextInvalid)]
    public async Task Name_ThatIsNone_IsRefused(string name, RejectionCode code)
    {
        await _board.AddDetailsAsync(_board.Owner);

        Assert.Equal(code, await TryAsync(File(name)));
        Assert.Equal(code, await TryAsync(Rename(name)));
    }

    [Fact]
    public async Task Rename_FromAnOlderReading_ShowsWhatStandsThere_AndUndoBringsTheNameBack()
    {
        await _board.AddDetailsAsync(_board.Owner);
        var renamed = await _board.DoAsync(Rename("First") with { ExpectedName = "pier.png" });

        var second = Rename("Second") with { ExpectedName = "pier.png" };
        var clash = await _database.Commands.HandleAsync(second, _board.Owner, Cancellation);
        Assert.Equal((RejectionCode.ChangedMeanwhile, "First"), (clash.Rejection!.Code, clash.Rejection.Current));

        await _board.DoAsync(renamed.Undo!);
        Assert.Equal("pier.png", Assert.Single(await ReadAsync()).Name);
    }

    [Fact]
    public async Task CoverThatIsTakenAway_IsNoCoverAnyMore_AndIsOneAgainWhenItComesBack()
    {
        await _board.AddDetailsAsync(_board.Owner);
        await _board.DoAsync(Cover(Picture));
        Assert.Equal(Picture, (await CardAsync()).CoverImageId);

        var removed = await _board.DoAsync(Remove());
        Assert.Null((await CardAsync()).CoverImageId);

        await _board.DoAsync(removed.Undo!);
        Assert.Equal(Picture, (await CardAsync()).CoverImageId);
    }

    [Fact]
    public async Task Cover_IsAPictureOfTheSameCard_AndUndoShowsTheOneBefore()
    {
        await _board.AddDetailsAsync(_board.Owner);
        await _board.DoAsync(File("notes.txt"));
        var text = (await ReadAsync()).Single(a => a.Name == "notes.txt").Id;
        var other = (await _board.ReadAsync()).Columns[0].Cards[1].Id;

        Assert.Equal(RejectionCode.ValueInvalid, await TryAsync(Cover(text)));
        Assert.Equal(RejectionCode.AttachmentNotFound, await TryAsync(Cover(Picture) with { CardId = other }));
        var set = await _board.DoAsync(Cover(Picture));
        var cleared = await _board.DoAsync(Cover(null));
        Assert.Null((await CardAsync()).CoverImageId);
        await _board.DoAsync(cleared.Undo!);
        Assert.Equal(Picture, (await CardAsync()).CoverImageId);
        await _board.DoAsync(set.Undo!);
        Assert.Null((await CardAsync()).CoverImageId);
    }

    [Fact]
    public async Task WhatWasTakenAway_CannotBeRenamedOrShown()
    {
        await _board.AddDetailsAsync(_board.Owner);
        await _board.DoAsync(Remove());

        Assert.Equal(RejectionCode.AttachmentNotFound, await TryAsync(Rename("New")));
        Assert.Equal(RejectionCode.AttachmentNotFound, await TryAsync(Cover(Picture)));
        Assert.Equal(0, (await CardAsync()).AttachmentCount);
    }

    [Fact]
    public async Task StoredFile_HangsOnOneCardOnly()
    {
        var file = File("pier.png");
        await _board.DoAsync(file);

        Assert.Equal(RejectionCode.ValueInvalid, await TryAsync(file with { CommandId = Guid.CreateVersion7() }));
    }

    [Fact]
    public async Task CardWithAsManyAsItMayHave_TakesNoMore()
    {
        await using (var db = _database.CreateDbContext())
        {
            _ = await db.Cards.SingleAsync(c => c.Id == _card, Cancellation);
            db.Attachments.AddRange(
                Enumerable
                    .Range(1, Attachment.MaxPerCard)
                    .Select(i => new Attachment
                    {
                        Id = Guid.CreateVersion7(),
                        CardId = _card,
                        Name = $"{i}",
                        CreatedAt = DateTime.UnixEpoch,
                    })
            );
            await db.SaveChangesAsync(Cancellation);
        }

        Assert.Equal(RejectionCode.TooMany, await TryAsync(Link("https://example.com", null)));
    }

    private AddFile File(string name) =>
        new()
        {
            BoardId = _board.Id,
            CardId = _card,
            FileId = Guid.CreateVersion7(),
            Name = name,
            Size = 1000,
            MediaType = "image/png",
        };

    private AddLinkAttachment Link(string url, string? name) =>
        new()
        {
            BoardId = _board.Id,
            CardId = _card,
            Url = url,
            Name = name,
        };

    private RenameAttachment Rename(string name) =>
        new()
        {
            BoardId = _board.Id,
            CardId = _card,
            AttachmentId = Picture,
            Name = name,
        };

    private RemoveAttachment Remove() =>
        new()
        {
            BoardId = _board.Id,
            CardId = _card,
            AttachmentId = Picture,
        };

    private SetCoverImage Cover(Guid? attachment) =>
        new()
        {
            BoardId = _board.Id,
            CardId = _card,
            AttachmentId = attachment,
        };

    private async Task<RejectionCode?> TryAsync(BoardCommand command) =>
        (await _database.Commands.HandleAsync(command, _board.Owner, Cancellation)).Rejection?.Code;

    private async Task<CardSnapshot> CardAsync() => (await _board.ReadAsync()).Cards[_card];

    private async Task<IEnumerable<AttachmentDetails>> ReadAsync() =>
        (
            await new CardReader(_database, _database.Access, _database.Guests).ReadAsync(
                _board.Id,
                _card,
                _board.Owner,
                cancellationToken: Cancellation
            )
        )!.Attachments;
}
