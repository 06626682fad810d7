using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Comments;

/// <summary>A wish about one comment. One that was taken away is there for whoever brings it back, and for nobody else.</summary>
public abstract record CommentCommand : CardCommand
{
    /// <summary>The comment.</summary>
    public required Guid CommentId { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Commenter;

    private protected sealed override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    )
    {
        var comment = await context
            .Db.Comments.Include(c => c.Reactions)
            .SingleOrDefaultAsync(c => c.Id == CommentId && c.CardId == card.Id, cancellationToken);
        return comment is null || (comment.DeletedAt is not null && !IsForRemoved)
            ? new Rejection(RejectionCode.CommentNotFound)
            : await ChangeAsync(context, card, comment, cancellationToken);
    }

    private protected virtual bool IsForRemoved => false;

    private protected virtual Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        Comment comment,
        CancellationToken cancellationToken
    ) => Task.FromResult(Change(context, card, comment));

    private protected virtual Rejection? Change(BoardCommandContext context, Card card, Comment comment) =>
        throw new NotSupportedException($"{GetType().Name} says nothing about how it is done.");
}
