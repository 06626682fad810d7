using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Widgets;

/// <summary>What a command wants a widget to say, checked.</summary>
internal static class WidgetWish
{
    /// <summary>One line; may be empty, then the kind's own heading stands there.</summary>
    public static Rejection? CheckTitle(string title, out string line)
    {
        line = "";
        return PlainText.IsStorable(title) && PlainText.IsBlank(title)
            ? null
            : TextRules.Line(title, Widget.MaxTitleLength, "title", out line);
    }

    /// <summary>
    /// Settings that such a widget can have, and that name nothing the actor may not read. What the widget names already
    /// may stay: somebody else put it there, and it must be possible to change the rest.
    /// </summary>
    /// <param name="context">The command's.</param>
    /// <param name="kind">What the widget shows.</param>
    /// <param name="wish">The settings.</param>
    /// <param name="known">What the widget has now; null for a new one.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public static async Task<Rejection?> CheckAsync(
        BoardCommandContext context,
        WidgetKind kind,
        WidgetSettings wish,
        WidgetSettings? known,
        CancellationToken cancellationToken
    )
    {
        if (WidgetRules.FindFault(kind, wish) is { } member)
        {
            return new Rejection(RejectionCode.ValueInvalid, member);
        }

        if (wish.MetricId is { } seriesId && seriesId != known?.MetricId)
        {
            if (!await IsReadableAsync(context, seriesId, cancellationToken))
            {
                return new Rejection(RejectionCode.ValueInvalid, "metricId");
            }
        }

        return await CheckBoardsAsync(context, wish.BoardIds.Except(known?.BoardIds ?? []), cancellationToken)
            ?? await WidgetParts.CheckAsync(context, wish, known ?? WidgetSettings.Default, cancellationToken);
    }

    /// <summary>True for a series of the dashboard's workspace, when the actor is in it: only they may read its numbers, and so show them.</summary>
    private static async Task<bool> IsReadableAsync(
        BoardCommandContext context,
        Guid seriesId,
        CancellationToken cancellationToken
    )
    {
        var (db, workspaceId) = (context.Db, context.Board.WorkspaceId);
        return await context.Access.GetWorkspaceRoleAsync(db, context.Actor, workspaceId, cancellationToken) is not null
            && await db.MetricSeries.AnyAsync(s => s.Id == seriesId && s.WorkspaceId == workspaceId, cancellationToken);
    }

    /// <summary>Kanban boards of the dashboard's workspace that the actor may open; any other is as if it did not exist.</summary>
    public static async Task<Rejection?> CheckBoardsAsync(
        BoardCommandContext context,
        IEnumerable<Guid> boardIds,
        CancellationToken cancellationToken
    )
    {
        var wanted = boardIds.Distinct().ToList();
        if (wanted.Count == 0)
        {
            return null;
        }

        var workspaceId = context.Board.WorkspaceId;
        var found = await context
            .Db.Boards.Where(b => b.WorkspaceId == workspaceId && b.Kind == BoardKind.Kanban && wanted.Contains(b.Id))
            .Select(b => b.Id)
            .ToListAsync(cancellationToken);
        var roles = await context.Access.GetBoardRolesAsync(context.Db, context.Actor, cancellationToken);
        return wanted.TrueForAll(id => found.Contains(id) && roles.ContainsKey(id))
            ? null
            : new Rejection(RejectionCode.BoardNotFound, "boardIds");
    }
}
