using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Comments;

/// <summary>What may be said.</summary>
internal static class CommentText
{
    public static Rejection? Check(string? given, out string text) =>
        TextRules.LongText(given, Comment.MaxLength, "comment", out text)
        ?? (PlainText.IsBlank(text) ? new Rejection(RejectionCode.TextEmpty, "comment") : null);
}
