using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Widgets;

/// <summary>
/// Labels, people and the field that a widget names: of boards that whoever names them may open. Any other is as if it
/// did not exist, so that nobody learns by asking what a private board has.
/// </summary>
internal static class WidgetParts
{
    /// <summary>The first that the actor may not name; null when all is well.</summary>
    /// <param name="context">The command's.</param>
    /// <param name="wish">The settings.</param>
    /// <param name="known">What the widget names already, which may stay.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public static async Task<Rejection?> CheckAsync(
        BoardCommandContext context,
        WidgetSettings wish,
        WidgetSettings known,
        CancellationToken cancellationToken
    )
    {
        var labels = wish.LabelIds.Except(known.LabelIds).ToList();
        var people = wish.PersonIds.Except(known.PersonIds).ToList();
        var fieldId = wish.FieldId == known.FieldId ? null : wish.FieldId;
        if (labels.Count == 0 && people.Count == 0 && fieldId is null)
        {
            return null;
        }

        var db = context.Db;
        var boards = await ReadableAsync(context, cancellationToken);
        if (
            labels.Count > 0
            && await db.Labels.CountAsync(l => labels.Contains(l.Id) && boards.Contains(l.BoardId), cancellationToken)
                < labels.Count
        )
        {
            return new Rejection(RejectionCode.LabelNotFound, "labelIds");
        }

        if (
            fieldId is not null
            && !await db.CustomFields.AnyAsync(
                f => f.Id == fieldId && f.DeletedAt == null && boards.Contains(f.BoardId),
                cancellationToken
            )
        )
        {
            return new Rejection(RejectionCode.FieldNotFound, "fieldId");
        }

        return people.Count == 0 || await CountPeopleAsync(context, people, boards, cancellationToken) == people.Count
            ? null
            : new Rejection(RejectionCode.PersonNotFound, "personIds");
    }

    private static async Task<List<Guid>> ReadableAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        var roles = await context.Access.GetBoardRolesAsync(context.Db, context.Actor, cancellationToken);
        var workspaceId = context.Board.WorkspaceId;
        var ids = await context
            .Db.Boards.Where(b => b.WorkspaceId == workspaceId && b.Kind == BoardKind.Kanban)
            .Select(b => b.Id)
            .ToListAsync(cancellationToken);
        return ids.FindAll(roles.ContainsKey);
    }

    /// <summary>Those who have a card of such a board; and everyone in the workspace, when the actor is in it, too.</summary>
    private static async Task<int> CountPeopleAsync(
        BoardCommandContext context,
        IReadOnlyList<Guid> people,
        IReadOnlyList<Guid> boards,
        CancellationToken cancellationToken
    )
    {
        var (db, workspaceId) = (context.Db, context.Board.WorkspaceId);
        var isMember =
            await context.Access.GetWorkspaceRoleAsync(db, context.Actor, workspaceId, cancellationToken) is not null;
        return await db.People.CountAsync(
            p =>
                people.Contains(p.Id)
                && (
                    (isMember && db.WorkspaceMembers.Any(m => m.PersonId == p.Id && m.WorkspaceId == workspaceId))
                    || db.CardAssignees.Any(a =>
                        a.PersonId == p.Id && db.Cards.Any(c => c.Id == a.CardId && boards.Contains(c.BoardId))
                    )
                ),
            cancellationToken
        );
    }
}
