using System.Globalization;
using System.Text.RegularExpressions;
using LiveBoard.Core.Boards;

namespace LiveBoard.Web.Markdown;

/// <summary>What a text may lead to: cards of its board by number, people by name.</summary>
/// <param name="Board">The board it stands on.</param>
/// <param name="People">Whom it can name.</param>
/// <param name="ViewerId">Who reads it.</param>
/// <param name="CanTick">True when the reader may tick its tasks.</param>
internal sealed partial record MarkdownContext(
    BoardSnapshot Board,
    IReadOnlyList<PersonSnapshot> People,
    Guid ViewerId,
    bool CanTick = false
)
{
    private readonly Lazy<HashSet<int>> _numbers = new(() => [.. Board.Cards.Values.Select(c => c.Number)]);

    /// <summary>True when a card with this number stands on the board. The first question walks over the cards.</summary>
    public bool HasCard(int number) => _numbers.Value.Contains(number);

    public string AddressOf(int number) => $"b/{Board.Id}/c/{number}";

    /// <summary>The person that is named at a place, the longest name that fits; null for nobody.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the name begins.</param>
    /// <param name="end">Where what belongs together ends.</param>
    public PersonSnapshot? FindPerson(string text, int start, int end) =>
        People
            .Where(p => start + p.Name.Length <= end && Mentions.IsNamedAt(text, start, p.Name))
            .MaxBy(p => p.Name.Length);

    /// <summary>What the markup of a text depends on beside the text: two texts with the same face look the same.</summary>
    public string FaceOf(string text)
    {
        var hasCards = text.Contains('#', StringComparison.Ordinal);
        var hasNames = text.Contains('@', StringComparison.Ordinal);
        var tick = CanTick && text.Contains('[', StringComparison.Ordinal) ? "t" : "";
        if (!hasCards && !hasNames)
        {
            return tick;
        }

        var cards = hasCards
            ? string.Join(',', Numbers().Matches(text).Select(m => m.Value).Distinct().Where(IsCard))
            : "";
        var named = hasNames ? string.Join(',', Mentions.Find(text, People)) : "";
        return $"{tick} {Board.Id} {cards} {named} {(hasNames ? ViewerId : Guid.Empty)}";
    }

    private bool IsCard(string reference) =>
        int.TryParse(reference.AsSpan(1), CultureInfo.InvariantCulture, out var number) && HasCard(number);

    [GeneratedRegex("#[0-9]{1,7}", RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();
}
