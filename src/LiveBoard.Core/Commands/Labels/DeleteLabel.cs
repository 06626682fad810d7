using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Labels;

/// <summary>Takes a label off all cards and deletes it.</summary>
public sealed record DeleteLabel : BoardCommand
{
    /// <summary>The label.</summary>
    public required Guid LabelId { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Editor;

    /// <inheritdoc />
    internal override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        var label = await context.Db.Labels.SingleOrDefaultAsync(
            l => l.Id == LabelId && l.BoardId == BoardId,
            cancellationToken
        );
        if (label is null)
        {
            return new Rejection(RejectionCode.LabelNotFound);
        }

        var cards = await context
            .CardsWithLinks()
            .Where(c => c.Labels.Any(l => l.LabelId == LabelId))
            .ToListAsync(cancellationToken);
        foreach (var card in cards)
        {
            var link = card.Labels.Single(l => l.LabelId == LabelId);
            card.Labels.Remove(link);
            context.Db.CardLabels.Remove(link);
        }

        context.Db.Labels.Remove(label);
        context.Log(ActivityKind.LabelDeleted, before: label.Name);
        return null;
    }
}
