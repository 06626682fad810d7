using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Comments;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>P-8: who may do what to whose comments, and that nothing said is lost.</summary>
public sealed class CommentTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private Guid _card;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 1);
        _card = (await _board.ReadAsync()).Columns[0].Cards[0].Id;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData(BoardRole.Commenter, true, true, true)]
    [InlineData(BoardRole.Commenter, false, false, false)]
    [InlineData(BoardRole.Editor, false, false, false)]
    [InlineData(BoardRole.Admin, false, false, true)]
    public async Task OwnAndOthersComments_ByRole(BoardRole role, bool isOwn, bool mayEdit, bool mayRemove)
    {
        var actor = await _database.AddUserAsync(_board.WorkspaceId);
        await _board.CloseToWorkspaceAsync();
        await _board.SetRoleAsync(actor, role);
        await _board.AddDetailsAsync(isOwn ? actor : _board.Owner);

        var edited = await TryAsync(Edit("Changed"), actor);
        var removed = await TryAsync(Remove(), actor);

        Assert.Equal(mayEdit ? null : RejectionCode.NotAllowed, edited);
        Assert.Equal(mayRemove ? null : RejectionCode.NotAllowed, removed);
        await using var db = _database.CreateDbContext();
        var comment = await db.Comments.SingleAsync(Cancellation);
        Assert.Equal(mayEdit ? "Changed" : "Said", comment.Text);
        Assert.Equal(mayRemove, comment.DeletedAt is not null);
    }

    [Fact]
    public async Task Comment_IsCountedOnTheTile_AndTakenBackByItsUndo()
    {
        var said = await _board.DoAsync(Say("Hello"));
        Assert.Equal(1, await CountAsync());

        var undone = await _board.DoAsync(said.Undo!);
        Assert.Equal(0, await CountAsync());
        Assert.Empty((await DetailsAsync()).Comments);

        await _board.DoAsync(undone.Undo!);
        Assert.Equal(1, await CountAsync());
        Assert.Equal("Hello", Assert.Single((await DetailsAsync()).Comments).Text);
    }

    [Fact]
    public async Task Edit_FromAnOlderReading_ShowsWhatStandsThere()
    {
        await _board.AddDetailsAsync(_board.Owner);
        await _board.DoAsync(Edit("First") with { ExpectedText = "Said" });

        var result = await _database.Commands.HandleAsync(
            Edit("Second") with
            {
                ExpectedText = "Said",
            },
            _board.Owner,
            Cancellation
        );

        Assert.Equal((RejectionCode.ChangedMeanwhile, "First"), (result.Rejection!.Code, result.Rejection.Current));
        Assert.NotNull(Assert.Single((await DetailsAsync()).Comments).EditedAt);
    }

    [Fact]
    public async Task RemovedComment_CannotBeEditedOrAnswered()
    {
        await _board.AddDetailsAsync(_board.Owner);
        await _board.DoAsync(Remove());

        Assert.Equal(RejectionCode.CommentNotFound, await TryAsync(Edit("Changed"), _board.Owner));
        Assert.Equal(RejectionCode.CommentNotFound, await TryAsync(React("👍"), _board.Owner));
    }

    [Fact]
    public async Task Answers_AddUp_AndAreTakenBackByTheirPersonOnly()
    {
        await _board.AddDetailsAsync(_board.Owner);
        var bo = await _database.AddUserAsync(_board.WorkspaceId);
        await _board.DoAsync(React("🎉"), bo);
        await _board.DoAsync(React("👍"), bo);
        await _board.DoAsync(React("👍"));
        await _board.DoAsync(React("👍"));

        Assert.Equal([("👍", 2), ("🎉", 1)], await ReactionsAsync());

        await _board.DoAsync(React("👍", isOn: false), bo);

        Assert.Equal([("👍", 1), ("🎉", 1)], await ReactionsAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("<script>")]
    [InlineData("👍👍")]
    public async Task AnswersThatAreNoSign_AreRefused(string sign)
    {
        await _board.AddDetailsAsync(_board.Owner);

        Assert.Equal(RejectionCode.ValueInvalid, await TryAsync(React(sign), _board.Owner));
    }

    [Theory]
    [InlineData("", RejectionCode.TextEmpty)]
    [InlineData(" \n\u200b", RejectionCode.TextEmpty)]
    [InlineData("\ufffe", RejectionCode.TextInvalid)]
    public async Task TextsThatSayNothing_AreRefused(string text, RejectionCode code) =>
        Assert.Equal(code, await TryAsync(Say(text), _board.Owner));

    [Fact]
    public async Task Text_MayBeSoLong_AndNoLonger()
    {
        await _board.DoAsync(Say(new string('x', Comment.MaxLength)));

        Assert.Equal(
            RejectionCode.TextTooLong,
            await TryAsync(Say(new string('x', Comment.MaxLength + 1)), _board.Owner)
        );
    }

    [Fact]
    public async Task OpenCards_HearOfEveryChangeOfAComment()
    {
        await _board.AddDetailsAsync(_board.Owner);
        await using var viewer = await Viewer.OpenAsync(_database, _board.Id, _board.Owner);
        foreach (BoardCommand command in new BoardCommand[] { Edit("Changed"), React("👍"), Remove() })
        {
            var before = (await _board.ReadAsync()).Version;

            await _board.DoAsync(command);

            // Another snapshot of the card is what makes an open card look again.
            await viewer.WaitForAsync(frame => frame.Board.Cards[_card].Version == before + 1);
        }
    }

    private AddComment Say(string text) =>
        new()
        {
            BoardId = _board.Id,
            CardId = _card,
            Text = text,
        };

    private EditComment Edit(string text) =>
        new()
        {
            BoardId = _board.Id,
            CardId = _card,
            CommentId = TestBoard.CommentOf(_card),
            Text = text,
        };

    private RemoveComment Remove() =>
        new()
        {
            BoardId = _board.Id,
            CardId = _card,
            CommentId = TestBoard.CommentOf(_card),
        };

    private ReactToComment React(string sign, bool isOn = true) =>
        new()
        {
            BoardId = _board.Id,
            CardId = _card,
            CommentId = TestBoard.CommentOf(_card),
            Sign = sign,
            IsOn = isOn,
        };

    private async Task<RejectionCode?> TryAsync(BoardCommand command, Actor actor) =>
        (await _database.Commands.HandleAsync(command, actor, Cancellation)).Rejection?.Code;

    private async Task<int> CountAsync() => (await _board.ReadAsync()).Cards[_card].CommentCount;

    private async Task<CardDetails> DetailsAsync() =>
        (
            await new CardReader(_database, _database.Access, _database.Guests).ReadAsync(
                _board.Id,
                _card,
                _board.Owner,
                cancellationToken: Cancellation
            )
        )!;

    private async Task<IEnumerable<(string, int)>> ReactionsAsync() =>
        Assert.Single((await DetailsAsync()).Comments).Reactions.Select(r => (r.Sign, r.People.Length));
}
