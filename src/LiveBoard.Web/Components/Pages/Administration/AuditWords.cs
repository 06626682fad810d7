using System.Globalization;
using LiveBoard.Core.Data;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Pages.Administration;

/// <summary>Says in the viewer's words what an audit entry tells.</summary>
internal static class AuditWords
{
    public static string Of(AuditKind kind) =>
        AdminTexts.ResourceManager.GetString($"Kind{kind}", CultureInfo.CurrentUICulture) ?? $"{kind}";
}
