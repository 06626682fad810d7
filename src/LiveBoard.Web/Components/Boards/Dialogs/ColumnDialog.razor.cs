using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Columns;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Boards.Dialogs;

public sealed partial class ColumnDialog
{
    private int? _limit;
    private bool _isHard;
    private ColumnStage _stage;

    [Parameter, EditorRequired]
    public Guid ColumnId { get; set; }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        base.OnInitialized();
        if (Board.FindColumn(ColumnId) is { } column)
        {
            _limit = column.WipLimit;
            _isHard = column.IsWipLimitHard;
            _stage = column.Stage;
        }
    }

    private async Task SaveAsync()
    {
        var limit = await Client.SendAsync(
            new SetColumnLimit
            {
                BoardId = Client.BoardId,
                ColumnId = ColumnId,
                Limit = _limit,
                IsHard = _isHard,
            }
        );
        var stage = await Client.SendAsync(
            new SetColumnStage
            {
                BoardId = Client.BoardId,
                ColumnId = ColumnId,
                Stage = _stage,
            }
        );
        if (limit.IsDone && stage.IsDone)
        {
            Close();
        }
    }
}
