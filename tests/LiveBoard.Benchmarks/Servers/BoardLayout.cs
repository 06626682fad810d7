using LiveBoard.Core.Boards;

namespace LiveBoard.Benchmarks.Servers;

/// <summary>Where the cards of a board stand before anything is moved.</summary>
/// <param name="BoardId">The board.</param>
/// <param name="Columns">Its columns with their cards in order.</param>
internal sealed record BoardLayout(Guid BoardId, IReadOnlyList<ColumnLayout> Columns)
{
    public int CardCount => Columns.Sum(c => c.Cards.Count);

    public static BoardLayout Of(BoardSnapshot board) =>
        new(
            board.Id,
            [
                .. board.Columns.Select(column => new ColumnLayout(
                    column.Id,
                    [.. column.Cards.Select(card => new PlacedCard(card.Id, CardToken.Parse(card.Title)))]
                )),
            ]
        );
}

/// <summary>A column.</summary>
/// <param name="Id">The column.</param>
/// <param name="Cards">Its cards in order.</param>
internal sealed record ColumnLayout(Guid Id, IReadOnlyList<PlacedCard> Cards);

/// <summary>A card.</summary>
/// <param name="Id">The card.</param>
/// <param name="Token">The number in its title.</param>
internal sealed record PlacedCard(Guid Id, int Token);
