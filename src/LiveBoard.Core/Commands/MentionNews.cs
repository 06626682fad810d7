using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Boards;

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
        var named = Mentions.Find(comment.Text, await PeopleAsync(context, [comment.Text], cancellationToken));
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

    /// <summary>Tells whoever descriptions name now and did not before.</summary>
    public static async Task OfDescriptionsAsync(
        BoardCommandContext context,
        IReadOnlyList<(Card Card, string Before)> described,
        CancellationToken cancellationToken
    )
    {
        var people = await PeopleAsync(context, described.Select(d => d.Card.Description), cancellationToken);
        var news = new List<(NotificationNews, Guid)>();
        foreach (var (card, before) in described)
        {
            var told = new NotificationNews(
                NotificationKind.Mentioned,
                context.Board.Id,
                card.Id,
                $"mention:{card.Id:N}:{card.DescriptionVersion}"
            )
            {
                ActorId = context.Actor.PersonId,
            };
            var named = Mentions.Find(card.Description, people);
            news.AddRange(
                (named.Count > 0 ? named.Except(Mentions.Find(before, people)) : []).Select(id => (told, id))
            );
        }

        await context.Notifications.TellAsync(news, cancellationToken);
    }

    /// <summary>Whom texts can name; nobody is read when they name nobody.</summary>
    private static async Task<IReadOnlyList<PersonSnapshot>> PeopleAsync(
        BoardCommandContext context,
        IEnumerable<string> texts,
        CancellationToken cancellationToken
    ) =>
        texts.Any(t => t.Contains('@', StringComparison.Ordinal))
            ? await AssignablePeople.ReadAsync(context.Db, context.Board, cancellationToken)
            : [];
}
