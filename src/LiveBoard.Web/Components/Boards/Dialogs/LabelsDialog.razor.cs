using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Labels;

namespace LiveBoard.Web.Components.Boards.Dialogs;

public sealed partial class LabelsDialog
{
    private Guid? _editing;
    private Guid? _deleting;
    private int _round;

    private int CountOf(LabelSnapshot label) => Board.Cards.Values.Count(c => c.LabelIds.Contains(label.Id));

    private void StartEditing(Guid id) => _editing = id;

    private void StopEditing() => _editing = null;

    private async Task AddAsync(LabelWish wish)
    {
        var command = new AddLabel
        {
            BoardId = Client.BoardId,
            Name = wish.Name,
            Color = wish.Color,
        };
        if ((await Client.SendAsync(command)).IsDone)
        {
            _round++;
        }
    }

    private async Task ChangeAsync(Guid id, LabelWish wish)
    {
        var command = new ChangeLabel
        {
            BoardId = Client.BoardId,
            LabelId = id,
            Name = wish.Name,
            Color = wish.Color,
        };
        if ((await Client.SendAsync(command)).IsDone)
        {
            StopEditing();
        }
    }

    private async Task DeleteAsync(Guid id)
    {
        _deleting = null;
        await Client.SendAsync(new DeleteLabel { BoardId = Client.BoardId, LabelId = id });
    }
}
