using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Fields;
using LiveBoard.Web.Components.Cards;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Boards.Dialogs;

public sealed partial class FieldsDialog
{
    private Guid? _editing;
    private bool _isAdding;
    private int _round;

    private IReadOnlyList<FieldSnapshot> Fields => [.. FieldWords.InOrder(Board)];

    internal static string NameOf(CustomFieldType type) =>
        FieldTexts.ResourceManager.GetString($"Type{type}", CultureInfo.CurrentUICulture) ?? $"{type}";

    private async Task AddAsync(FieldWish wish)
    {
        var command = new AddField
        {
            BoardId = Client.BoardId,
            Name = wish.Name,
            Type = wish.Type,
            Options = wish.Options,
            IsOnTile = wish.IsOnTile,
        };
        if ((await Client.SendAsync(command)).IsDone)
        {
            _isAdding = false;
            _round++;
        }
    }

    private async Task ChangeAsync(Guid id, FieldWish wish)
    {
        var command = new ChangeField
        {
            BoardId = Client.BoardId,
            FieldId = id,
            Name = wish.Name,
            Options = wish.Options,
            IsOnTile = wish.IsOnTile,
        };
        if ((await Client.SendAsync(command)).IsDone)
        {
            _editing = null;
        }
    }

    private Task RemoveAsync(FieldSnapshot field) =>
        Client.SendAsync(
            new RemoveField { BoardId = Client.BoardId, FieldId = field.Id },
            FieldTexts.FieldRemoved.With(field.Name)
        );

    /// <summary>Puts a field before the one that stands at a place now.</summary>
    private Task MoveAsync(Guid id, int before) =>
        Client.SendAsync(
            new MoveField
            {
                BoardId = Client.BoardId,
                FieldId = id,
                BeforeFieldId = before < Fields.Count ? Fields[before].Id : null,
            }
        );
}
