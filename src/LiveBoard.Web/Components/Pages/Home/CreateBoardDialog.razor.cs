using System.Collections.Immutable;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Web.Components.Boards;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace LiveBoard.Web.Components.Pages.Home;

public sealed partial class CreateBoardDialog
{
    private readonly ImmutableArray<BoardTemplate> _templates = BoardTemplate.All();
    private readonly Guid _boardId = Guid.CreateVersion7();
    private ElementReference _nameInput;
    private string _name = "";
    private BoardVisibility _visibility = BoardVisibility.Workspace;
    private int _template;
    private string? _refused;

    [Parameter, EditorRequired]
    public Actor Actor { get; set; }

    /// <summary>Those in which the actor may make boards.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<WorkspaceListing> Workspaces { get; set; }

    /// <summary>The one to begin with; the actor may choose another.</summary>
    [Parameter, EditorRequired]
    public Guid WorkspaceId { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private BoardCommandHandler Commands { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _nameInput.FocusAsync();
        }
    }

    private async Task CreateAsync()
    {
        // The board's id is the dialog's: pressing the button twice makes one board.
        var result = await Commands.HandleAsync(
            new CreateBoard
            {
                CommandId = _boardId,
                BoardId = _boardId,
                WorkspaceId = WorkspaceId,
                Name = _name,
                Visibility = _visibility,
                Columns = _templates[_template].Columns,
            },
            Actor
        );
        if (result.Rejection is { } rejection)
        {
            _refused = RejectionWords.Of(rejection);
            return;
        }

        Dialog.Close();
        Navigation.NavigateTo($"b/{_boardId}");
    }

    private void Cancel() => Dialog.Cancel();
}
