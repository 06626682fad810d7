namespace LiveBoard.Web.Components.Boards;

/// <summary>The board as a table: another picture of the same open board, with the same card panel, filter and undo.</summary>
public sealed partial class BoardPage
{
    /// <summary>What was attached to the one picture is of no use to the other.</summary>
    private async Task ShowAsTableAsync(bool isTable)
    {
        if (_isTable != isTable)
        {
            _isTable = isTable;
            await DetachAsync();
        }
    }

    private async Task DetachAsync()
    {
        if (_scripts is { } scripts)
        {
            _scripts = null;
            await scripts.DisposeAsync();
        }
    }

    private void OpenFromTable(int number) => Navigation.NavigateTo(AddressOf(number));
}
