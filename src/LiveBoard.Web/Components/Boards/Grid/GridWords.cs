using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Grids;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Boards.Grid;

/// <summary>What columns, groups and problems of a table are called.</summary>
internal static class GridWords
{
    private const int MostProblems = 4;

    /// <summary>Name of a column.</summary>
    public static string NameOf(CellColumn cell, BoardSnapshot board) =>
        cell.FieldId is { } id
            ? board.Fields.GetValueOrDefault(id)?.Name ?? GridTexts.FieldGone
            : GridTexts.ResourceManager.GetString($"Column{cell.Kind}", CultureInfo.CurrentUICulture)
                ?? cell.Kind.ToString();

    /// <summary>With what a cell of a column is edited; the browser's half knows these words.</summary>
    public static string EditorOf(CellColumn cell, BoardSnapshot board) =>
        cell.Kind switch
        {
            CellKind.Title => "line",
            CellKind.Description => "lines",
            CellKind.Column => "choice",
            CellKind.Labels or CellKind.Assignees => "names",
            CellKind.Start or CellKind.Due => "date",
            CellKind.Done => "check",
            _ => EditorOf(board.Fields.GetValueOrDefault(cell.FieldId ?? Guid.Empty)?.Type),
        };

    /// <summary>The head of a group.</summary>
    public static string HeadOf(GridGroup group, CellColumn cell, BoardSnapshot board)
    {
        if (group.Key.IsEmpty)
        {
            return GridTexts.GroupWithout.With(NameOf(cell, board));
        }

        return
            DateOnly.TryParseExact(group.Key.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var day)
            && EditorOf(cell, board) == "date"
            ? day.ToString("d MMM yyyy", CultureInfo.CurrentCulture)
            : group.Key.Text;
    }

    /// <summary>A total; empty when there is nothing to say.</summary>
    public static string SumOf(decimal? sum) =>
        sum is { } value ? value.ToString("#,0.######", CultureInfo.CurrentCulture) : "";

    /// <summary>Why a command about cells was refused, with the places of the first problems.</summary>
    public static string Of(IReadOnlyList<CellProblem> problems, BoardSnapshot board)
    {
        var first = problems.Take(MostProblems).Select(p => Of(p, board));
        var rest = problems.Count > MostProblems ? GridTexts.MoreProblems.With(problems.Count - MostProblems) : "";
        return string.Join('\n', first.Append(rest).Where(t => t.Length > 0));
    }

    private static string Of(CellProblem problem, BoardSnapshot board)
    {
        var place =
            problem.NewCard is { } index ? GridTexts.PlaceOfNew.With(index + 1)
            : board.Cards.GetValueOrDefault(problem.CardId ?? Guid.Empty) is { } card ? $"#{card.Number}"
            : GridTexts.PlaceGone;
        var fault = GridTexts.ResourceManager.GetString($"Fault{problem.Fault}", CultureInfo.CurrentUICulture);
        var words = (fault ?? GridTexts.FaultOther).With(problem.Text, problem.Detail);
        return GridTexts.Problem.With(place, NameOf(problem.Column, board), words);
    }

    private static string EditorOf(CustomFieldType? type) =>
        type switch
        {
            CustomFieldType.Number => "number",
            CustomFieldType.Date => "date",
            CustomFieldType.Select => "choice",
            CustomFieldType.Person => "name",
            CustomFieldType.Checkbox => "check",
            _ => "line",
        };
}
