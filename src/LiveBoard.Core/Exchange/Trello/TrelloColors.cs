using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>The palette's counterparts of Trello's colours.</summary>
internal static class TrelloColors
{
    /// <summary>The colour; stone for none. Shades (green_dark, green_light) take their base colour.</summary>
    public static LabelColor Of(string? name, FidelityNotes notes)
    {
        switch (name?.Split('_')[0])
        {
            case "green":
                return LabelColor.Leaf;
            case "yellow":
                return LabelColor.Straw;
            case "orange":
                return LabelColor.Clay;
            case "red":
                return LabelColor.Brick;
            case "purple":
                return LabelColor.Plum;
            case "blue":
                return LabelColor.Ink;
            case "sky":
                return LabelColor.Sky;
            case "lime":
                return LabelColor.Moss;
            case "pink":
                return LabelColor.Rose;
            case "black" or null or "":
                return LabelColor.Stone;
            default:
                notes.Add(FidelityCode.UnknownColor);
                return LabelColor.Stone;
        }
    }
}
