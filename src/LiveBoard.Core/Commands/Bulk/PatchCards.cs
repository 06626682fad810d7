using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Bulk;

/// <summary>Takes back what a command about many cards did, on all its boards: all of it or nothing.</summary>
public sealed record PatchCards : BoardCommand
{
    /// <summary>What changes on the board, each card once.</summary>
    public required IReadOnlyList<CardPatch> Patches { get; init; }

    /// <summary>What changes on other boards.</summary>
    public IReadOnlyList<PatchesElsewhere> Elsewhere { get; init; } = [];

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Editor;

    internal override IReadOnlyList<Guid> OtherBoardIds => [.. Elsewhere.Select(e => e.BoardId)];

    /// <inheritdoc />
    internal override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        if (Patches.Count + Elsewhere.Sum(e => e.Patches.Count) > BulkLimits.MaxCards)
        {
            return BulkLimits.TooMany;
        }

        if (context.OtherBoards.FirstOrDefault(b => b.IsArchived) is { } archived)
        {
            return new Rejection(RejectionCode.BoardArchived, archived.Name);
        }

        var elsewhere = new List<PatchesElsewhere>();
        foreach (var there in Elsewhere)
        {
            var board = context.OtherBoards.First(b => b.Id == there.BoardId);
            var (undo, wrong) = await PatchAsync(context.On(board), there.Patches, cancellationToken);
            if (wrong is not null)
            {
                return wrong;
            }

            elsewhere.Add(there with { Patches = undo });
        }

        var (inverse, refused) = await PatchAsync(context, Patches, cancellationToken);
        context.Undo = new PatchCards
        {
            BoardId = BoardId,
            Patches = inverse,
            Elsewhere = elsewhere,
        };
        return refused;
    }

    private static async Task<(IReadOnlyList<CardPatch> Inverse, Rejection? Refused)> PatchAsync(
        BoardCommandContext context,
        IReadOnlyList<CardPatch> patches,
        CancellationToken cancellationToken
    )
    {
        var ids = patches.Select(p => p.CardId).Distinct().ToList();
        var cards = await CardBatch.ReadAsync(context, ids, cancellationToken);
        if (cards.Count != patches.Count)
        {
            return ([], new Rejection(RejectionCode.CardNotFound));
        }

        var placed = await PlaceAsync(context, patches, cancellationToken);
        var patcher = new CardPatcher(context, cards);
        var refused = await patcher.ApplyAsync(placed, cancellationToken);
        return (patcher.Inverse, refused);
    }

    /// <summary>The patches with places that are free: somebody may have put a card where one comes back to.</summary>
    private static async Task<IReadOnlyList<CardPatch>> PlaceAsync(
        BoardCommandContext context,
        IReadOnlyList<CardPatch> patches,
        CancellationToken cancellationToken
    )
    {
        var columns = patches.Select(p => p.Place?.After.ColumnId).OfType<Guid>().Distinct().ToList();
        if (columns.Count == 0)
        {
            return patches;
        }

        var keys = await ColumnKeys.ReadAsync(context, columns, cancellationToken);
        var placed = patches
            .Select(p =>
                p.Place is { } place ? p with { Place = place with { After = keys.Reuse(place.After, p.CardId) } } : p
            )
            .ToList();
        await keys.ApplyRespreadAsync(context, cancellationToken);
        return placed;
    }
}

/// <summary>What changes on another board than the command's.</summary>
/// <param name="BoardId">The board.</param>
/// <param name="Patches">What changes there, each card once.</param>
public sealed record PatchesElsewhere(Guid BoardId, IReadOnlyList<CardPatch> Patches);
