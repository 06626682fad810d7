using System.Globalization;
using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Notifications;

/// <summary>Says in one sentence what a person is told.</summary>
internal static class NotificationWords
{
    public static string Of(NotificationListing item)
    {
        var variant = item is { Kind: NotificationKind.Mentioned, Excerpt: not null } ? "In" : "";
        var text = NotificationTexts.ResourceManager.GetString(
            $"Did{item.Kind}{variant}",
            CultureInfo.CurrentUICulture
        );
        return (text ?? $"{item.Kind}").With(item.Actor?.Name ?? BoardTexts.Somebody);
    }

    public static string Of(NotificationKind kind) =>
        NotificationTexts.ResourceManager.GetString($"Kind{kind}", CultureInfo.CurrentUICulture) ?? $"{kind}";

    public static string Of(NotificationMailMode mode) =>
        NotificationTexts.ResourceManager.GetString($"Mode{mode}", CultureInfo.CurrentUICulture) ?? $"{mode}";
}
