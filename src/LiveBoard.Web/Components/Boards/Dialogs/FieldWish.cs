using LiveBoard.Core.Boards;

namespace LiveBoard.Web.Components.Boards.Dialogs;

/// <summary>What a field is to be.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Options">Its choices.</param>
/// <param name="IsOnTile">True to show its values on tiles.</param>
public sealed record FieldWish(string Name, CustomFieldType Type, IReadOnlyList<string> Options, bool IsOnTile);
