using System.Net;
using System.Text.Json;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Comments;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Identity;

/// <summary>A-66: a person gets what is stored about them, and nothing about others.</summary>
public sealed class PersonalDataTests(SetUpApp setUp) : IClassFixture<SetUpApp>
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_HoldsOnesOwn_AndNothingOfOthers()
    {
        var (bo, eve) = (await setUp.App.CreateUserAsync(name: "Bo"), await setUp.App.CreateUserAsync(name: "Eve"));
        var board = await MakeBoardAsync("Open board");
        var card = await CommentAsync(board, bo, "what Bo wrote");
        await CommentAsync(board, eve, "what Eve wrote", card);
        using var elsewhere = await setUp.App.CreateBrowserAsync(eve);
        using var browser = await setUp.App.CreateBrowserAsync(bo);

        using var response = await browser.PressAsync("/profile/data", "/profile/data/file");

        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        var data = JsonDocument.Parse(text).RootElement;
        Assert.Equal("Bo", data.GetProperty("name").GetString());
        Assert.Equal(bo.Email, data.GetProperty("email").GetString());
        Assert.Equal(1, data.GetProperty("signIns").GetArrayLength());
        Assert.Equal(
            "what Bo wrote",
            Assert.Single(data.GetProperty("comments").EnumerateArray()).GetProperty("text").GetString()
        );
        Assert.Contains("CardCreated", text, StringComparison.Ordinal);
        Assert.Contains("SignedIn", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Eve", text, StringComparison.Ordinal);
        Assert.DoesNotContain(eve.Email, text, StringComparison.Ordinal);
        await using var db = setUp.App.CreateDbContext();
        var user = await db.Users.SingleAsync(u => u.Id == bo.Id, Cancellation);
        Assert.All(
            [user.PasswordHash!, user.SecurityStamp!, user.ConcurrencyStamp!],
            secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal)
        );
        Assert.True(
            await db.AuditEntries.AnyAsync(e => e.Kind == AuditKind.DataExported && e.ActorId == bo.Id, Cancellation)
        );
    }

    [Fact]
    public async Task BoardThatIsClosedToOne_IsNotNamed_ButOnesOwnWordsAreThere()
    {
        var bo = await setUp.App.CreateUserAsync();
        var board = await MakeBoardAsync("Secret plans");
        await CommentAsync(board, bo, "my own words");
        await SendAsync(
            new SetBoardAccess
            {
                BoardId = board,
                Visibility = BoardVisibility.Private,
                WorkspaceRole = BoardRole.Viewer,
            },
            setUp.User
        );

        var data = await setUp.App.Services.GetRequiredService<PersonalDataReader>().ReadAsync(bo.Actor, Cancellation);

        Assert.Equal([new PersonalComment(null, data!.Comments[0].At, "my own words")], data.Comments);
        Assert.DoesNotContain("Secret plans", JsonSerializer.Serialize(data), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongAfterSigningIn_ItIsAskedAgainWhoOneIs()
    {
        var bo = await setUp.App.CreateUserAsync();
        using var browser = await setUp.App.CreateBrowserAsync(bo);
        await using (var db = setUp.App.CreateDbContext())
        {
            (await db.SignInSessions.SingleAsync(s => s.UserId == bo.Id, Cancellation)).ConfirmedAt = default;
            await db.SaveChangesAsync(Cancellation);
        }

        using var response = await browser.PressAsync("/profile/data", "/profile/data/file");

        Assert.Equal("/confirm?returnUrl=%2Fprofile%2Fdata", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task AnotherSitesForm_GetsNothing()
    {
        using var browser = await setUp.App.CreateBrowserAsync(await setUp.App.CreateUserAsync());

        using var response = await browser.PostAsync("/profile/data/file", content: null, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<Guid> MakeBoardAsync(string name)
    {
        var create = new CreateBoard
        {
            BoardId = Guid.CreateVersion7(),
            WorkspaceId = setUp.App.WorkspaceId,
            Name = name,
            Columns = [new NewColumn("Ready", ColumnStage.NotStarted)],
        };
        await SendAsync(create, setUp.User);
        return create.BoardId;
    }

    private async Task<Guid> CommentAsync(Guid board, TestUser author, string text, Guid? card = null)
    {
        await using var db = setUp.App.CreateDbContext();
        if (card is null)
        {
            var column = await db.Columns.SingleAsync(c => c.BoardId == board, Cancellation);
            await SendAsync(
                new AddCards
                {
                    BoardId = board,
                    ColumnId = column.Id,
                    Titles = ["A card"],
                },
                author
            );
            card = (await db.Cards.SingleAsync(c => c.BoardId == board, Cancellation)).Id;
        }

        await SendAsync(
            new AddComment
            {
                BoardId = board,
                CardId = card.Value,
                Text = text,
            },
            author
        );
        return card.Value;
    }

    private async Task SendAsync(BoardCommand command, TestUser actor) =>
        Assert.True(
            (
                await setUp.App.Services.GetRequiredService<BoardCommandHandler>().HandleAsync(command, actor.Actor)
            ).IsDone
        );
}
