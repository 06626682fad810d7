using System.Globalization;
using LiveBoard.Core.Access.Work;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Work;

/// <summary>What parts of the work are called, and which cards somebody may mean.</summary>
internal static class WorkWords
{
    public static string Of(WorkTime time) =>
        WorkTexts.ResourceManager.GetString($"Time{time}", CultureInfo.CurrentUICulture) ?? $"{time}";

    public static string Open(int count) => count == 1 ? WorkTexts.OneOpen : WorkTexts.OpenCount.With(count);

    /// <summary>What happened in one line: "2 cards moved, 1 new card".</summary>
    public static string Of(AwayNews news) =>
        string.Join(
            ", ",
            new[]
            {
                Count(news.Moved, WorkTexts.AwayMovedOne, WorkTexts.AwayMoved),
                Count(news.Done, WorkTexts.AwayDoneOne, WorkTexts.AwayDone),
                Count(news.Created, WorkTexts.AwayCreatedOne, WorkTexts.AwayCreated),
                Count(news.Commented, WorkTexts.AwayCommentedOne, WorkTexts.AwayCommented),
            }.OfType<string>()
        );

    /// <summary>True when each word is in something that the list shows of the card; true for no words.</summary>
    public static bool AreMeant(IReadOnlyList<string> words, WorkCard card) =>
        words.All(word => TextsOf(card).Any(text => text.Contains(word, StringComparison.CurrentCultureIgnoreCase)));

    private static IEnumerable<string> TextsOf(WorkCard card) =>
        [
            $"#{card.Number.ToString(CultureInfo.InvariantCulture)}",
            card.Title,
            card.BoardName,
            card.ColumnName,
            .. card.Labels.Select(LabelWords.NameOf),
            .. card.Steps.Select(s => s.Text),
        ];

    private static string? Count(int count, string one, string many) =>
        count switch
        {
            0 => null,
            1 => one,
            _ => many.With(count),
        };
}
