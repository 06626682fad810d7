using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Commands.Rows;
using LiveBoard.Core.Exchange.Sheets;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Import.Rows;

/// <summary>Says in words what columns hold and what is wrong with rows.</summary>
internal static class RowWords
{
    private static readonly CellKind[] Kinds =
    [
        CellKind.Title,
        CellKind.Description,
        CellKind.Column,
        CellKind.Labels,
        CellKind.Assignees,
        CellKind.Start,
        CellKind.Due,
        CellKind.Done,
    ];

    public static IReadOnlyList<string> Steps => [RowTexts.StepFile, RowTexts.StepMap, RowTexts.StepImport];

    /// <summary>All that a column of a file can be on this board, in order.</summary>
    public static IEnumerable<RowTarget> Targets(BoardSnapshot board) =>
        [
            RowTarget.Ignored,
            RowTarget.Number,
            .. Kinds.Select(k => RowTarget.Of(k)),
            .. board
                .Fields.Values.OrderBy(f => f.Position, StringComparer.Ordinal)
                .Select(f => RowTarget.Of(CellKind.Field, f.Id)),
        ];

    public static string Of(RowTarget target, BoardSnapshot board) =>
        target.Kind switch
        {
            RowTargetKind.Ignored => RowTexts.TargetIgnored,
            RowTargetKind.Number => RowTexts.TargetNumber,
            _ when target.Cell.FieldId is { } id => board.Fields.GetValueOrDefault(id)?.Name ?? RowTexts.TargetGone,
            _ => Text($"Target{target.Cell.Kind}"),
        };

    /// <summary>A target as the value of a choice, and back.</summary>
    public static string KeyOf(RowTarget target) =>
        target.Kind == RowTargetKind.Cell ? $"{target.Cell.Kind} {target.Cell.FieldId}".TrimEnd() : $"{target.Kind}";

    public static string ColumnName(int index, IReadOnlyList<string> headings) =>
        index < headings.Count && !string.IsNullOrWhiteSpace(headings[index])
            ? headings[index]
            : SheetColumns.NameOf(index);

    public static string Of(RowProblem problem) =>
        problem.Cell is { } fault
            ? Text($"Cell{fault}").With(problem.Detail)
            : Text($"Fault{problem.Fault}").With(problem.Detail);

    private static string Text(string name) =>
        RowTexts.ResourceManager.GetString(name, CultureInfo.CurrentUICulture) ?? name;
}
