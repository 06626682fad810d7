using LiveBoard.Core.Boards;

namespace LiveBoard.Web.Components.Boards;

/// <summary>What labels are called, in which order they stand, and which colour a new one begins with.</summary>
internal static class LabelWords
{
    /// <summary>One without a name is called by its colour.</summary>
    public static string NameOf(LabelSnapshot label) =>
        label.Name.Length > 0 ? label.Name : Palette.NameOf(label.Color);

    public static IEnumerable<LabelSnapshot> InOrder(IEnumerable<LabelSnapshot> labels) =>
        labels.OrderBy(l => l.Color).ThenBy(l => l.Name, StringComparer.CurrentCulture);

    /// <summary>The first colour that no label of the board has yet.</summary>
    public static LabelColor NextColor(BoardSnapshot board) =>
        Enum.GetValues<LabelColor>().FirstOrDefault(color => board.Labels.Values.All(l => l.Color != color));
}
