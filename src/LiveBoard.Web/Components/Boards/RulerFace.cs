using System.Globalization;
using System.Runtime.CompilerServices;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Boards;

/// <summary>What the ruler of a board looks like; made once per snapshot, for all viewers together. Thread-safe.</summary>
internal sealed record RulerFace(string Words, string CountWords, string Style, RulerBar[] Bars)
{
    /// <summary>The tallest bar, px.</summary>
    private const int TallestBar = 18;

    private static readonly ConditionalWeakTable<BoardSnapshot, RulerFace> Made = [];

    public static RulerFace Of(BoardSnapshot board) => Made.GetValue(board, Make);

    public bool Equals(RulerFace? other) =>
        other is not null
        && (
            ReferenceEquals(this, other) || (CountWords == other.CountWords && Bars.AsSpan().SequenceEqual(other.Bars))
        );

    public override int GetHashCode() => HashCode.Combine(CountWords, Bars.Length);

    private static RulerFace Make(BoardSnapshot board)
    {
        var tallest = board.Columns.Select(c => c.Cards.Length).Append(1).Max();
        return new RulerFace(
            BoardTexts.ColumnsInAll.With(board.Columns.Length),
            Counts.Cards(board.Cards.Count),
            string.Create(CultureInfo.InvariantCulture, $"--n:{Math.Max(board.Columns.Length, 1)}"),
            [.. board.Columns.Select(column => Bar(board, column, tallest))]
        );
    }

    private static RulerBar Bar(BoardSnapshot board, ColumnSnapshot column, int tallest) =>
        new(
            column.Id.ToString(),
            column.Name,
            $"b/{board.Id}#col-{column.Id}",
            column.Cards.IsEmpty ? "nil"
                : column.Cards.Length > column.WipLimit ? "over"
                : null,
            string.Create(CultureInfo.InvariantCulture, $"--h:{column.Cards.Length * TallestBar / tallest}"),
            $"{column.Name}, {column.Cards.Length}"
        );
}

/// <summary>One column on the ruler.</summary>
internal sealed record RulerBar(
    string ColumnId,
    string Name,
    string Address,
    string? Class,
    string Style,
    string Title
);
