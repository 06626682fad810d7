using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Boards.Dialogs;

public sealed partial class ShareDialog
{
    private IReadOnlyList<BoardAccess> _members = [];
    private long _readVersion;

    [Inject]
    private BoardAccessReader Reader { get; set; } = null!;

    private bool IsOpen => Board.Header.Visibility == BoardVisibility.Workspace;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    /// <inheritdoc />
    protected override void OnBoardChanged() => _ = InvokeAsync(ReadAsync);

    private async Task ReadAsync()
    {
        if (_readVersion != Board.Version)
        {
            _readVersion = Board.Version;
            _members = await Reader.ReadAsync(Client.BoardId, Client.Actor);
            StateHasChanged();
        }
    }

    private Task SetAccessAsync(BoardVisibility visibility, BoardRole role) =>
        Client.SendAsync(
            new SetBoardAccess
            {
                BoardId = Client.BoardId,
                Visibility = visibility,
                WorkspaceRole = role,
            }
        );

    private Task SetMemberAsync(Guid personId, BoardRole role) =>
        Client.SendAsync(
            new SetBoardMember
            {
                BoardId = Client.BoardId,
                PersonId = personId,
                Role = role,
            }
        );
}
