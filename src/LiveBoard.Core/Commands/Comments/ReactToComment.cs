using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Comments;

/// <summary>Answers a comment with a single sign, or takes that back.</summary>
public sealed record ReactToComment : CommentCommand
{
    /// <summary>One of <see cref="CommentReaction.Signs"/>.</summary>
    public required string Sign { get; init; }

    /// <summary>False to take it back.</summary>
    public required bool IsOn { get; init; }

    private protected override Rejection? Change(BoardCommandContext context, Card card, Comment comment)
    {
        if (!CommentReaction.Signs.Contains(Sign, StringComparer.Ordinal))
        {
            return new Rejection(RejectionCode.ValueInvalid, "sign");
        }

        var own = comment.Reactions.SingleOrDefault(r => r.PersonId == context.Actor.PersonId && r.Sign == Sign);
        if (IsOn && own is null)
        {
            comment.Reactions.Add(
                new CommentReaction
                {
                    CommentId = comment.Id,
                    PersonId = context.Actor.PersonId,
                    Sign = Sign,
                }
            );
        }
        else if (!IsOn && own is not null)
        {
            comment.Reactions.Remove(own);
            context.Db.CommentReactions.Remove(own);
        }

        return null;
    }
}
