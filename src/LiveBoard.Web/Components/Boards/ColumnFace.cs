using System.Globalization;
using System.Runtime.CompilerServices;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Boards;

/// <summary>
/// What the frame of a column says; made once per snapshot of the column, for all viewers together, like its tiles:
/// composing the same dozen words for each viewer costs more than sending them. Thread-safe.
/// </summary>
internal sealed class ColumnFace
{
    private static readonly ConditionalWeakTable<ColumnSnapshot, ColumnFace> Made = [];

    private ColumnFace(ColumnSnapshot column)
    {
        var count = column.Cards.Length;
        Key = column.Id;
        Id = column.Id.ToString();
        Count = count.ToString(CultureInfo.CurrentCulture);
        IsOver = count > column.WipLimit;
        AtLimit = count == column.WipLimit ? "full" : "";
        CountWords = column.WipLimit is { } places ? BoardTexts.PlacesTaken.With(count, places) : Counts.Cards(count);
        AddWords = BoardTexts.AddCardTo.With(column.Name);
        MenuWords = BoardTexts.MenuOf.With(column.Name);
        AddCard = BoardTexts.AddCard;
        LaneClass = $"lane {AtLimit}";
        CountClass = $"cnt {AtLimit}";
        SlotsClass =
            column.WipLimit is null ? "slots none"
            : IsOver ? "slots over"
            : $"slots {AtLimit}";
        if (column.WipLimit is { } limit)
        {
            OfLimit = $" / {limit}";
            SlotsStyle = string.Create(
                CultureInfo.InvariantCulture,
                $"--limit:{limit};--count:{count};--total:{Math.Max(limit, count)}"
            );
        }
    }

    /// <summary>The column's id, boxed once.</summary>
    public object Key { get; }

    public string Id { get; }

    public string Count { get; }

    public bool IsOver { get; }

    public string AtLimit { get; }

    public string CountWords { get; }

    public string AddWords { get; }

    public string MenuWords { get; }

    public string AddCard { get; }

    public string LaneClass { get; }

    public string CountClass { get; }

    public string SlotsClass { get; }

    /// <summary>Null without a limit.</summary>
    public string? SlotsStyle { get; }

    /// <summary>Null without a limit.</summary>
    public string? OfLimit { get; }

    public static ColumnFace Of(ColumnSnapshot column) => Made.GetValue(column, static c => new ColumnFace(c));
}
