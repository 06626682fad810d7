using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands;

/// <summary>Tells people that a text names them. Only those who may be given cards of the board can be named.</summary>
internal static class MentionNews
{
    /// <summary>Tells whoever a comment names and was not told of it before.</summary>
    /// <returns>Who is told; not whoever does not want to be told of names.</returns>
    public static async Task<IReadOnlyList<Guid>> OfCommentAsync(
        BoardCommandContext context,
        Card card,
        Comment comment,
        CancellationToken cancellationToken
    )
    {
        var named = await FindAsync(context, comment.Text, cancellationToken);
        return await context.Notifications.TellAsync(
            new NotificationNews(NotificationKind.Mentioned, context.Board.Id, card.Id, $"mention:{comment.Id:N}")
            {
                ActorId = context.Actor.PersonId,
                CommentId = comment.Id,
            },
            named,
            cancellationToken
        );
    }

    /// <summary>Tells whoever a description names now and did not before.</summary>
    public static async Task OfDescriptionAsync(
        BoardCommandContext context,
        Card card,
        string before,
        CancellationToken cancellationToken
    )
    {
        var named = await FindAsync(context, card.Description, cancellationToken);
        if (named.Count > 0)
        {
            var known = await FindAsync(context, before, cancellationToken);
            await context.Notifications.TellAsync(
                new NotificationNews(
                    NotificationKind.Mentioned,
                    context.Board.Id,
                    card.Id,
                    $"mention:{card.Id:N}:{card.DescriptionVersion}"
                )
                {
                    ActorId = context.Actor.PersonId,
                },
                named.Except(known),
                cancellationToken
            );
        }
    }

    private static async Task<IReadOnlyList<Guid>> FindAsync(
        BoardCommandContext context,
        string text,
        CancellationToken cancellationToken
    )
    {
        if (!text.Contains('@', StringComparison.Ordinal))
        {
            return [];
        }

        var people = await AssignablePeople.Of(context.Db, context.Board).AsNoTracking().ToListAsync(cancellationToken);
        return Mentions.Find(text, people.Select(Snapshots.Of));
    }
}
