using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Bulk;

namespace LiveBoard.Core.Commands.Cells;

/// <summary>
/// Gives cells of many cards other texts and makes cards of rows, in one commit that is painted and taken back as one. All
/// is checked first: one text that cannot be taken, and nothing is done (<see cref="Rejection.Cells"/> names each).
/// </summary>
public sealed record EditCells : BoardCommand
{
    /// <summary>The texts, each cell once. A card whose column changes goes to the end of the new one, in this order.</summary>
    public IReadOnlyList<CellEdit> Edits { get; init; } = [];

    /// <summary>Rows that become cards, in this order.</summary>
    public IReadOnlyList<NewCard> NewCards { get; init; } = [];

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Editor;

    /// <inheritdoc />
    internal override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        var ids = Edits.Select(e => e.CardId).Distinct().ToList();
        if (CheckLimits(context, ids.Count) is { } tooMany)
        {
            return tooMany;
        }

        var cards = await CardBatch.ReadAsync(context, ids, cancellationToken);
        var described = Edits.Where(e => e.Column.Kind == CellKind.Description).Select(e => e.CardId).ToHashSet();
        var texts = await CardBatch.ReadTextsAsync(
            context,
            [.. cards.Values.Where(c => described.Contains(c.Id))],
            cancellationToken
        );
        var words = await CellWords.ReadAsync(context, cards.Values, cancellationToken);
        var reader = new CellEditReader(words, cards, texts);
        var changed = reader.Read(Edits);
        var made = new NewCardReader(words).Read(NewCards);
        if (reader.Problems.Concat(made.Problems).ToList() is { Count: > 0 } problems)
        {
            return Refuse(problems);
        }

        return await new CellWriter(context, cards, texts).WriteAsync(changed, made.Rows, cancellationToken);
    }

    private Rejection? CheckLimits(BoardCommandContext context, int cardCount) =>
        cardCount + NewCards.Count > BulkLimits.MaxCards ? BulkLimits.TooMany
        : Edits.Count + NewCards.Sum(n => n.Cells.Count) > BulkLimits.MaxCells ? BulkLimits.TooManyCells
        : context.Board.NextCardNumber - 1 + NewCards.Count > Card.MaxPerBoard
            ? new Rejection(RejectionCode.TooMany, "cards")
        : null;

    /// <summary>Somebody's other value is shown as such only when nothing else is wrong.</summary>
    private static Rejection Refuse(IReadOnlyList<CellProblem> problems) =>
        problems.All(p => p.Fault == CellFault.ChangedMeanwhile)
            ? new Rejection(RejectionCode.ChangedMeanwhile, Current: problems[0].Detail) { Cells = problems }
            : new Rejection(RejectionCode.CellsInvalid, $"{problems.Count}", problems[0].Text) { Cells = problems };
}
