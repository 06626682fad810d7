using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Comments;

/// <summary>Says something on a card. The draft that it was typed as goes with it.</summary>
public sealed record AddComment : CardCommand
{
    /// <summary>Markdown.</summary>
    public required string Text { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Commenter;

    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    )
    {
        if (CommentText.Check(Text, out var text) is { } invalid)
        {
            return invalid;
        }

        if (await context.Db.Comments.CountAsync(c => c.CardId == card.Id, cancellationToken) >= Comment.MaxPerCard)
        {
            return new Rejection(RejectionCode.TooMany, "comments");
        }

        var comment = new Comment
        {
            Id = Guid.CreateVersion7(),
            CardId = card.Id,
            AuthorId = context.Actor.PersonId,
            Text = text,
            CreatedAt = context.Now,
        };
        context.Db.Comments.Add(comment);
        card.CommentCount++;
        context.Db.CardDrafts.RemoveRange(
            await context
                .Db.CardDrafts.Where(d =>
                    d.CardId == card.Id && d.PersonId == context.Actor.PersonId && d.Field == CardDraftField.Comment
                )
                .ToListAsync(cancellationToken)
        );
        var mentioned = await MentionNews.OfCommentAsync(context, card, comment, cancellationToken);
        var audience = await CardAudience.ReadAsync(context.Db, card.Id, cancellationToken);
        await context.Notifications.TellAsync(
            new NotificationNews(NotificationKind.Commented, BoardId, card.Id, $"comment:{comment.Id:N}")
            {
                ActorId = context.Actor.PersonId,
                CommentId = comment.Id,
            },
            audience.Except(mentioned),
            cancellationToken
        );
        context.Log(ActivityKind.CardCommented, card.Id, after: text);
        context.Undo = new RemoveComment
        {
            BoardId = BoardId,
            CardId = card.Id,
            CommentId = comment.Id,
        };
        return null;
    }
}
