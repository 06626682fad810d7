using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Comments;

/// <summary>Says it in other words. Only whoever said it may: nobody is made to have said something else.</summary>
public sealed record EditComment : CommentCommand
{
    /// <summary>The new text, Markdown.</summary>
    public required string Text { get; init; }

    /// <summary>The text it was read with; when it was changed since (in another window), the command is rejected with the current one. Null to overwrite.</summary>
    public string? ExpectedText { get; init; }

    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        Comment comment,
        CancellationToken cancellationToken
    )
    {
        if (comment.AuthorId != context.Actor.PersonId)
        {
            return new Rejection(RejectionCode.NotAllowed);
        }

        if (CommentText.Check(Text, out var text) is { } invalid)
        {
            return invalid;
        }

        if (ExpectedText is not null && comment.Text != ExpectedText && comment.Text != text)
        {
            return new Rejection(RejectionCode.ChangedMeanwhile, "comment", comment.Text);
        }

        if (comment.Text != text)
        {
            context.Log(ActivityKind.CommentEdited, card.Id, before: comment.Text, after: text);
            context.Undo = this with { CommandId = Guid.CreateVersion7(), Text = comment.Text, ExpectedText = text };
            (comment.Text, comment.EditedAt) = (text, context.Now);
            await MentionNews.OfCommentAsync(context, card, comment, cancellationToken);
        }

        return null;
    }
}
