using LiveBoard.Core.Access;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Boards.Dialogs;

public sealed partial class ShelfDialog
{
    private BoardShelves? _shelves;
    private string _search = "";
    private long _readVersion;

    [Inject]
    private ShelfReader Reader { get; set; } = null!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    /// <summary>What is put away is not part of the board's snapshot, so a change asks again.</summary>
    protected override void OnBoardChanged() => _ = InvokeAsync(ReadAsync);

    private async Task ReadAsync()
    {
        if (_readVersion != Board.Version)
        {
            _readVersion = Board.Version;
            _shelves = await Reader.ReadAsync(Client.BoardId, Client.Actor);
            StateHasChanged();
        }
    }

    private bool IsWanted(string name) => name.Contains(_search, StringComparison.CurrentCultureIgnoreCase);

    private void Note(ChangeEventArgs change) => _search = (change.Value as string ?? "").Trim();

    private Task RestoreCardAsync(ShelvedCard card) =>
        Client.SendAsync(
            new ShelveCards
            {
                BoardId = Client.BoardId,
                CardIds = [card.Id],
                To = CardShelf.Board,
            },
            BoardTexts.Restored.With(card.Title)
        );

    private Task RestoreColumnAsync(ShelvedColumn column) =>
        Client.SendAsync(
            new RestoreColumn { BoardId = Client.BoardId, ColumnId = column.Id },
            BoardTexts.Restored.With(column.Name)
        );
}
