namespace LiveBoard.Core.Exchange.Trello;

/// <summary>Order of lists, cards and steps: by <c>pos</c>, and in the order of the file where it is equal or missing (2012).</summary>
internal static class TrelloOrder
{
    public static IEnumerable<TrelloNode> InOrder(this IEnumerable<TrelloNode> nodes) =>
        nodes.OrderBy(node => node.Number("pos") ?? double.MaxValue);
}
