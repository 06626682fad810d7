using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;

namespace LiveBoard.Web.Components.Boards.Dialogs;

/// <summary>The boards that somebody may change: what a dialog offers to take a card to, or to link it with.</summary>
internal static class EditableBoards
{
    public static async Task<IReadOnlyList<BoardListing>> ReadEditableAsync(this BoardDirectory boards, Actor actor)
    {
        var workspaces = await boards.ReadAsync(actor);
        return [.. workspaces.SelectMany(w => w.Boards).Where(b => b.Role >= BoardRole.Editor)];
    }
}
