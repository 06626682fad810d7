using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Live.History;

/// <summary>What is true of a board today and cannot be seen on it; the log is read against it.</summary>
/// <param name="Begin">When the board was made, UTC; what came with an import may be older.</param>
/// <param name="Cards">Cards that are put away or in the trash, and cards of columns that are.</param>
/// <param name="Columns">Columns that are put away.</param>
/// <param name="People">Everyone that a card refers or referred to.</param>
/// <param name="LeftCards">Cards that are on another board now.</param>
public sealed record HistoryStart(
    DateTime Begin,
    IReadOnlyList<HiddenCard> Cards,
    IReadOnlyList<ColumnSnapshot> Columns,
    IReadOnlyList<PersonSnapshot> People,
    IReadOnlyList<Guid> LeftCards
);

/// <summary>A card that cannot be seen on the board today.</summary>
/// <param name="Card">The card.</param>
/// <param name="Stands">True when only its column was put away.</param>
public sealed record HiddenCard(CardSnapshot Card, bool Stands);
