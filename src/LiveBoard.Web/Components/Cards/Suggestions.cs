using System.Globalization;
using LiveBoard.Web.Components.Boards;

namespace LiveBoard.Web.Components.Cards;

/// <summary>Whom and what somebody may mean who has begun to type a name or a number.</summary>
internal static class Suggestions
{
    private const int MaxCount = 8;

    /// <summary>Names of people, or cards as "42 Title"; only of what the viewer sees anyway.</summary>
    /// <param name="client">The board.</param>
    /// <param name="sign">"@" for people, "#" for cards.</param>
    /// <param name="words">As far as it is typed.</param>
    public static string[] Of(BoardClient client, string sign, string words) =>
        sign switch
        {
            "@" =>
            [
                .. client
                    .People.Where(p => IsBegun(p.Name, words))
                    .OrderBy(p => !p.Name.StartsWith(words, StringComparison.CurrentCultureIgnoreCase))
                    .ThenBy(p => p.Name, StringComparer.CurrentCulture)
                    .Select(p => p.Name)
                    .Distinct()
                    .Take(MaxCount),
            ],
            "#" =>
            [
                .. client
                    .Board.Cards.Values.Where(c => CardWords.AreMeant(words, c))
                    .Select(c => (c.Number, Key: c.Number.ToString(CultureInfo.InvariantCulture), c.Title))
                    .OrderBy(c => c.Key != words)
                    .ThenByDescending(c => c.Number)
                    .Take(MaxCount)
                    .Select(c => $"{c.Key} {c.Title}"),
            ],
            _ => [],
        };

    /// <summary>Any of the name's words may be the one that somebody remembers.</summary>
    private static bool IsBegun(string name, string words) =>
        name.StartsWith(words, StringComparison.CurrentCultureIgnoreCase)
        || name.Split(' ').Any(part => part.StartsWith(words, StringComparison.CurrentCultureIgnoreCase));
}
