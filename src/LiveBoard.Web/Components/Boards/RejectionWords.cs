using System.Globalization;
using LiveBoard.Core.Commands;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Boards;

/// <summary>Says in the viewer's words why a command was not done.</summary>
internal static class RejectionWords
{
    public static string Of(Rejection rejection)
    {
        var text = BoardTexts.ResourceManager.GetString($"Rejected{rejection.Code}", CultureInfo.CurrentUICulture);
        return (text ?? BoardTexts.RejectedOther).With(rejection.Subject, rejection.Current);
    }
}
