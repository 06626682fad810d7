using LiveBoard.Core.Boards;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Boards.Dialogs;

/// <summary>Board roles in words.</summary>
internal static class RoleWords
{
    public static string Of(BoardRole role) =>
        role switch
        {
            BoardRole.Viewer => DialogTexts.RoleViewer,
            BoardRole.Commenter => DialogTexts.RoleCommenter,
            BoardRole.Editor => DialogTexts.RoleEditor,
            BoardRole.Admin => DialogTexts.RoleAdmin,
            _ => DialogTexts.RoleNone,
        };
}
