using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace LiveBoard.Web.Components.Boards;

/// <summary>Which cards a viewer wants to see. Kept in the address, so that a link and a reload show the same.</summary>
public sealed record BoardFilter(
    string Text,
    ImmutableHashSet<Guid> Labels,
    ImmutableHashSet<Guid> People,
    DueFilter Due
)
{
    /// <summary>
    /// What the words are called in the address, and in the form they are typed in: sent before the page is live, they
    /// come by the address.
    /// </summary>
    public const string TextKey = "q";

    public static readonly BoardFilter None = new("", [], [], DueFilter.Any);

    private string[] _words = WordsOf(Text);

    /// <summary>Words that must all occur in the title or the description; "#42" is a number.</summary>
    public string Text
    {
        get;
        init
        {
            field = value;
            _words = WordsOf(value);
        }
    } = Text;

    public bool IsActive => _words.Length > 0 || Labels.Count > 0 || People.Count > 0 || Due != DueFilter.Any;

    /// <summary>Reads the filter from an address; what it does not understand is no filter.</summary>
    public static BoardFilter Parse(Uri address)
    {
        var query = new QueryCollection(QueryHelpers.ParseQuery(address.Query));
        var due = Enum.TryParse<DueFilter>(query["due"], ignoreCase: true, out var parsed) && Enum.IsDefined(parsed);
        return new BoardFilter(query[TextKey].ToString(), Ids("label"), Ids("person"), due ? parsed : DueFilter.Any);

        ImmutableHashSet<Guid> Ids(string name) =>
            [
                .. query[name]
                    .SelectMany(value => (value ?? "").Split(','))
                    .Select(value => Guid.TryParse(value, out var id) ? id : Guid.Empty)
                    .Where(id => id != Guid.Empty),
            ];
    }

    /// <summary>The filter as query values for the address; null takes a value out of it.</summary>
    public IReadOnlyDictionary<string, object?> ToQuery() =>
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [TextKey] = Text.Length > 0 ? Text : null,
            ["label"] = Labels.Count > 0 ? string.Join(',', Labels.Order()) : null,
            ["person"] = People.Count > 0 ? string.Join(',', People.Order()) : null,
            ["due"] = Due == DueFilter.Any ? null : Due.ToString().ToLowerInvariant(),
        };

    /// <summary>True when the card is wanted: all words, any of the labels, any of the people, the due state.</summary>
    public bool Matches(CardSnapshot card, DateTime now) =>
        MatchesText(card)
        && (Labels.Count == 0 || card.LabelIds.Any(Labels.Contains))
        && (People.Count == 0 || card.AssigneeIds.Any(People.Contains))
        && Due switch
        {
            DueFilter.Overdue => DueDates.StateOf(card, now) == DueState.Overdue,
            DueFilter.Soon => DueDates.StateOf(card, now) is DueState.Soon or DueState.Overdue,
            DueFilter.None => card.DueAt is null,
            DueFilter.Done => card.IsDueDone,
            _ => true,
        };

    public override int GetHashCode() => HashCode.Combine(Text, Labels.Count, People.Count, Due);

    public bool Equals(BoardFilter? other) =>
        other is not null
        && Text == other.Text
        && Due == other.Due
        && Labels.SetEquals(other.Labels)
        && People.SetEquals(other.People);

    private static string[] WordsOf(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private bool MatchesText(CardSnapshot card)
    {
        foreach (var word in _words)
        {
            var isNumber =
                word.Length > 1
                && word[0] == '#'
                && word.AsSpan(1).SequenceEqual(card.Number.ToString(null as IFormatProvider));
            if (
                !isNumber
                && !card.Title.Contains(word, StringComparison.CurrentCultureIgnoreCase)
                && !card.Description.Contains(word, StringComparison.CurrentCultureIgnoreCase)
            )
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Due states a viewer can filter by.</summary>
public enum DueFilter
{
    Any,
    Overdue,
    Soon,
    Done,
    None,
}
