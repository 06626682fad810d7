using System.Globalization;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Backups;

/// <summary>Says in words what is wrong with a backup, and what kind of backup one is.</summary>
internal static class BackupWords
{
    public static string Of(BackupFault fault, string? detail) =>
        (SystemTexts.ResourceManager.GetString($"Fault{fault}", CultureInfo.CurrentUICulture) ?? $"{fault}").With(
            detail
        );

    public static string Of(BackupKind kind) =>
        SystemTexts.ResourceManager.GetString($"Kind{kind}", CultureInfo.CurrentUICulture) ?? $"{kind}";
}
