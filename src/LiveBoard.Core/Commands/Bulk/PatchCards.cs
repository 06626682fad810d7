using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Bulk;

/// <summary>Takes back what a command about many cards did, all of it or nothing.</summary>
public sealed record PatchCards : BoardCommand
{
    /// <summary>What changes, each card once.</summary>
    public required IReadOnlyList<CardPatch> Patches { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Editor;

    /// <inheritdoc />
    internal override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        if (Patches.Count > BulkLimits.MaxCards)
        {
            return BulkLimits.TooMany;
        }

        var ids = Patches.Select(p => p.CardId).Distinct().ToList();
        var cards = await CardBatch.ReadAsync(context, ids, cancellationToken);
        if (cards.Count != Patches.Count)
        {
            return new Rejection(RejectionCode.CardNotFound);
        }

        var placed = await PlaceAsync(context, cancellationToken);
        var patcher = new CardPatcher(context, cards);
        if (await patcher.ApplyAsync(placed, cancellationToken) is { } refused)
        {
            return refused;
        }

        context.Undo = new PatchCards { BoardId = BoardId, Patches = patcher.Inverse };
        return null;
    }

    /// <summary>The patches with places that are free: somebody may have put a card where one comes back to.</summary>
    private async Task<IReadOnlyList<CardPatch>> PlaceAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        var columns = Patches.Select(p => p.Place?.After.ColumnId).OfType<Guid>().Distinct().ToList();
        if (columns.Count == 0)
        {
            return Patches;
        }

        var keys = await ColumnKeys.ReadAsync(context, columns, cancellationToken);
        var placed = Patches
            .Select(p =>
                p.Place is { } place ? p with { Place = place with { After = keys.Reuse(place.After, p.CardId) } } : p
            )
            .ToList();
        await keys.ApplyRespreadAsync(context, cancellationToken);
        return placed;
    }
}
