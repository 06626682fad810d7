using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>Collects what is wrong with rows: all of it is counted, the first ones are kept.</summary>
internal sealed class RowProblems
{
    /// <summary>Most problems that are kept.</summary>
    public const int MaxKept = 1000;

    private const int MaxText = 200;
    private readonly List<RowProblem> _kept = [];

    public int Count { get; private set; }

    public IReadOnlyList<RowProblem> Kept => _kept;

    public void Add(RowFault fault, int row, int? column, string text, string? detail = null, CellFault? cell = null)
    {
        Count++;
        if (_kept.Count < MaxKept)
        {
            var start = PlainText.Cut(text, MaxText);
            _kept.Add(
                new RowProblem(fault, row, column, start.Length < text.Length ? start + "…" : text)
                {
                    Detail = detail,
                    Cell = cell,
                }
            );
        }
    }

    public void Add(int row, int column, CellProblem problem) =>
        Add(RowFault.Cell, row, column, problem.Text, problem.Detail, problem.Fault);
}
