using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Access.Work;

/// <summary>What one person has to do on all boards, as far as the reader may open them. Cards that are done or put away are not in it.</summary>
/// <param name="Person">Whose work it is.</param>
/// <param name="Cards">Cards that they have, or a step of.</param>
/// <param name="Mentioned">Other cards on which they were named lately, the latest first.</param>
/// <param name="Watched">Other cards of which they are told, the newest first.</param>
/// <param name="HasMore">True when one of the lists was too long to be read in full.</param>
/// <param name="People">Everybody whose work the reader may see, by name.</param>
/// <param name="Following">What has to be heard of to keep this true.</param>
public sealed record WorkSnapshot(
    PersonSnapshot Person,
    ImmutableArray<WorkCard> Cards,
    ImmutableArray<WorkCard> Mentioned,
    ImmutableArray<WorkCard> Watched,
    bool HasMore,
    ImmutableArray<PersonSnapshot> People,
    WorkFollowing Following
);

/// <summary>A card in such a list.</summary>
/// <param name="Id">Identity.</param>
/// <param name="BoardId">The board it is on.</param>
/// <param name="BoardName">The board's name.</param>
/// <param name="Number">Number within the board.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="ColumnName">The column it is in.</param>
/// <param name="DueAt">When it is due, UTC.</param>
/// <param name="IsDueDone">True when the due date has been met.</param>
/// <param name="IsAssigned">True when the person has the card itself.</param>
/// <param name="Labels">Labels on it.</param>
/// <param name="Steps">Open checklist items that the person has, by due date and text.</param>
public sealed record WorkCard(
    Guid Id,
    Guid BoardId,
    string BoardName,
    int Number,
    string Title,
    string ColumnName,
    DateTime? DueAt,
    bool IsDueDone,
    bool IsAssigned,
    ImmutableArray<LabelSnapshot> Labels,
    ImmutableArray<WorkStep> Steps
);

/// <summary>A checklist item that somebody has.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="DueAt">When it is due, UTC.</param>
public sealed record WorkStep(Guid Id, string Text, DateTime? DueAt);

/// <summary>How much a person has to do.</summary>
/// <param name="Count">Open cards that they have, or a step of.</param>
/// <param name="Following">What has to be heard of to keep this true.</param>
public sealed record WorkTally(int Count, WorkFollowing Following);
