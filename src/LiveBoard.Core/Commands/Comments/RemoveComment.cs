using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Comments;

/// <summary>Takes a comment away, or brings it back. For whoever said it, and for the board's admins.</summary>
public sealed record RemoveComment : CommentCommand
{
    /// <summary>False to bring it back.</summary>
    public bool IsRemoved { get; init; } = true;

    private protected override bool IsForRemoved => true;

    private protected override Rejection? Change(BoardCommandContext context, Card card, Comment comment)
    {
        if (comment.AuthorId != context.Actor.PersonId && context.Role < BoardRole.Admin)
        {
            return new Rejection(RejectionCode.NotAllowed);
        }

        if (comment.DeletedAt is not null == IsRemoved)
        {
            return null;
        }

        comment.DeletedAt = IsRemoved ? context.Now : null;
        card.CommentCount += IsRemoved ? -1 : 1;
        context.Log(IsRemoved ? ActivityKind.CommentRemoved : ActivityKind.CommentRestored, card.Id);
        context.Undo = this with { CommandId = Guid.CreateVersion7(), IsRemoved = !IsRemoved };
        return null;
    }
}
