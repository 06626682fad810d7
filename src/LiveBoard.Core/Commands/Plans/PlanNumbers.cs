using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Plans;

/// <summary>
/// Numbers for a plan's cards: kept where the plan gives one that is free, else new ones behind the highest, oldest
/// card first. A number beyond what a board can have counts as none, because numbers tell how many cards there were.
/// </summary>
internal static class PlanNumbers
{
    public static int[] Of(IReadOnlyList<CardPlan> cards)
    {
        var numbers = new int[cards.Count];
        var taken = new HashSet<int>();
        for (var i = 0; i < cards.Count; i++)
        {
            if (cards[i].Number is { } number and >= 1 and <= Card.MaxPerBoard && taken.Add(number))
            {
                numbers[i] = number;
            }
        }

        var next = taken.Count == 0 ? 1 : taken.Max() + 1;
        var unnumbered = Enumerable.Range(0, cards.Count).Where(i => numbers[i] == 0).ToList();
        if (next + unnumbered.Count - 1 > Card.MaxPerBoard)
        {
            next = 1;
        }

        foreach (var i in unnumbered.OrderBy(i => cards[i].CreatedAt))
        {
            while (!taken.Add(next))
            {
                next++;
            }

            numbers[i] = next;
        }

        return numbers;
    }
}
