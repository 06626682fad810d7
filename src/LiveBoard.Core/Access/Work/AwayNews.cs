using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Access.Work;

/// <summary>What others did on a board while a person was away.</summary>
/// <param name="Cards">By card, the one with the latest news first.</param>
/// <param name="Moved">Cards that went into another column, those that are done left out.</param>
/// <param name="Created">Cards that are new on the board.</param>
/// <param name="Done">Cards that were moved and are in a column for what is done now.</param>
/// <param name="Commented">Cards on which somebody said something.</param>
/// <param name="HasMore">True when only the latest was read.</param>
public sealed record AwayNews(
    ImmutableArray<AwayCard> Cards,
    int Moved,
    int Created,
    int Done,
    int Commented,
    bool HasMore
);

/// <summary>A card with news.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Number">Number within the board.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Entries">What was done, the latest first.</param>
public sealed record AwayCard(Guid Id, int Number, string Title, ImmutableArray<ActivityDetails> Entries);
