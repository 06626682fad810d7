using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>Puts a card somewhere else on its board.</summary>
public sealed record MoveCard : BoardCommand
{
    /// <summary>The card.</summary>
    public required Guid CardId { get; init; }

    /// <summary>Where it goes.</summary>
    public required Guid ToColumnId { get; init; }

    /// <summary>Goes right behind this card, if it is (still) in the column.</summary>
    public Guid? AfterCardId { get; init; }

    /// <summary>Else right before this card; else to the end.</summary>
    public Guid? BeforeCardId { get; init; }

    /// <summary>For an undo: the order key it had, taken again if it is free.</summary>
    public string? Position { get; init; }

    /// <summary>For an undo: the place it must still be at.</summary>
    public CardPlace? Expected { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Editor;

    /// <inheritdoc />
    internal override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        if (await context.FindCardOnBoardAsync(CardId, cancellationToken) is not { } card)
        {
            return new Rejection(RejectionCode.CardNotFound);
        }

        if (Expected is not null && Expected != new CardPlace(card.ColumnId, card.Position))
        {
            return new Rejection(RejectionCode.UndoOvertaken, card.Title);
        }

        if (await context.FindColumnAsync(ToColumnId, cancellationToken) is not { } column)
        {
            return new Rejection(RejectionCode.ColumnNotFound);
        }

        if (
            card.ColumnId != ToColumnId
            && await WipLimit.CheckAsync(context, column, joining: 1, cancellationToken) is { } full
        )
        {
            return full;
        }

        var placement = new CardPlacement(context, ToColumnId, CardId);
        if (Position is not null)
        {
            Place(context, card, column, await placement.ReuseAsync(Position, cancellationToken));
            return null;
        }

        var (low, high) = await placement.FindAsync(AfterCardId, BeforeCardId, cancellationToken);
        if (card.ColumnId != ToColumnId || !IsBetween(card.Position, low, high))
        {
            Place(context, card, column, await placement.BetweenAsync(low, high, cancellationToken));
        }

        return null;
    }

    private static bool IsBetween(string position, string? low, string? high) =>
        string.CompareOrdinal(position, low) > 0 && (high is null || string.CompareOrdinal(position, high) < 0);

    private void Place(BoardCommandContext context, Card card, Column column, string position)
    {
        var from = new CardPlace(card.ColumnId, card.Position);
        Put(context, card, column, position);
        context.Undo = new MoveCard
        {
            BoardId = BoardId,
            CardId = CardId,
            ToColumnId = from.ColumnId,
            Position = from.Position,
            Expected = new CardPlace(card.ColumnId, card.Position),
        };
    }

    /// <summary>Puts one card there.</summary>
    internal static void Put(BoardCommandContext context, Card card, Column column, string position)
    {
        if (card.ColumnId != column.Id)
        {
            context.Log(ActivityKind.CardMoved, card.Id, column.Id, card.ColumnId, after: column.Name);
        }

        (card.ColumnId, card.Position) = (column.Id, position);
    }
}

/// <summary>A place on a board.</summary>
/// <param name="ColumnId">The column.</param>
/// <param name="Position">The order key in it.</param>
public sealed record CardPlace(Guid ColumnId, string Position);
