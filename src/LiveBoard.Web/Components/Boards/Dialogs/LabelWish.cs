using LiveBoard.Core.Boards;

namespace LiveBoard.Web.Components.Boards.Dialogs;

/// <summary>What somebody wants a label to be.</summary>
public sealed record LabelWish(string Name, LabelColor Color);
