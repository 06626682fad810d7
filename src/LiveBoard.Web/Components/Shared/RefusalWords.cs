using System.Globalization;
using LiveBoard.Core.Access;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Shared;

/// <summary>Says in the viewer's words why people, workspaces or bookmarks were not changed.</summary>
internal static class RefusalWords
{
    public static string Of(DirectoryRefusal refusal) =>
        WorkspaceTexts.ResourceManager.GetString($"Refused{refusal}", CultureInfo.CurrentUICulture)
        ?? WorkspaceTexts.RefusedOther;
}
