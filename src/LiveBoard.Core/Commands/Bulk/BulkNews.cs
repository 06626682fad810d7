using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Bulk;

/// <summary>Tells people of what one command did to many cards.</summary>
internal sealed class BulkNews(BoardCommandContext context)
{
    // One key for each card: one that was told of is not told of again by the same command.
    private readonly string _key = $"{Guid.CreateVersion7():N}";

    public async Task TellAsync(
        IReadOnlyList<(Card Card, Guid PersonId)> given,
        IReadOnlyList<(Card Card, Guid PersonId)> taken,
        IReadOnlyList<(Card Card, string Before)> described,
        CancellationToken cancellationToken
    )
    {
        await context.Notifications.TellAsync(
            [
                .. given.Select(g =>
                    (
                        new NotificationNews(
                            NotificationKind.Assigned,
                            context.Board.Id,
                            g.Card.Id,
                            $"assigned:{_key}:{g.Card.Id:N}"
                        )
                        {
                            ActorId = context.Actor.PersonId,
                        },
                        g.PersonId
                    )
                ),
            ],
            cancellationToken
        );
        await context.Notifications.TakeBackAsync(
            NotificationKind.Assigned,
            [.. taken.Select(t => (t.Card.Id, t.PersonId))],
            cancellationToken
        );
        await MentionNews.OfDescriptionsAsync(context, described, cancellationToken);
    }
}
