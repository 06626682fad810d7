using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Plans;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>One of the export's actions.</summary>
/// <param name="Node">The whole of it.</param>
/// <param name="Data">What it was done to.</param>
/// <param name="Type">What was done, in Trello's words.</param>
/// <param name="At">When, UTC.</param>
/// <param name="ActorId">Who did it; null when unknown.</param>
internal sealed record TrelloAction(TrelloNode Node, TrelloNode Data, string Type, DateTime At, string? ActorId)
{
    /// <summary>What things were before, for updates.</summary>
    public TrelloNode? Old { get; } = Data.Object("old");

    /// <summary>The <c>data</c> of all actions.</summary>
    public static IEnumerable<TrelloNode> DataOfAll(TrelloNode board) =>
        board.Objects("actions").Select(action => action.Object("data")).OfType<TrelloNode>();

    /// <summary>History of this action.</summary>
    public HistoryPlan Entry(ActivityKind kind, string? before = null, string? after = null) =>
        new(kind, At)
        {
            ActorId = ActorId,
            Before = before,
            After = after,
        };

    /// <summary>Name of one of the things in <see cref="Data"/>; null when it has none.</summary>
    public string? NameIn(string thing) => Words(Data.Object(thing), "name");

    /// <summary>A text to show in history, or null.</summary>
    public static string? Words(TrelloNode? node, string property) =>
        node?.LongText(property, Card.MaxDescriptionLength) is { Length: > 0 } text ? text : null;
}
