using System.Globalization;
using LiveBoard.Core.Commands;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Boards;

/// <summary>Says in the viewer's words why a command was not done.</summary>
internal static class RejectionWords
{
    private const int MostNames = 5;

    public static string Of(Rejection rejection)
    {
        if (rejection.Names.Count > 0)
        {
            return BoardTexts.RejectedCards.With(NamesOf(rejection.Names));
        }

        var text = BoardTexts.ResourceManager.GetString($"Rejected{rejection.Code}", CultureInfo.CurrentUICulture);
        return (text ?? BoardTexts.RejectedOther).With(rejection.Subject, rejection.Current);
    }

    /// <summary>The first ones by name, the others by their number.</summary>
    private static string NamesOf(IReadOnlyList<string> names)
    {
        var first = string.Join(", ", names.Take(MostNames).Select(n => BoardTexts.Quoted.With(n)));
        return names.Count <= MostNames ? first : BoardTexts.AndOthers.With(first, names.Count - MostNames);
    }
}
