using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace LiveBoard.Web.Components.Pages.Workspaces;

public sealed partial class InviteDialog
{
    private ElementReference _noteInput;
    private string _note = "";
    private WorkspaceRole _role = WorkspaceRole.Member;
    private string? _link;
    private string? _refused;
    private bool _isCopied;

    [Parameter, EditorRequired]
    public Actor Actor { get; set; }

    [Parameter, EditorRequired]
    public Guid WorkspaceId { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private InvitationService Invitations { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _noteInput.FocusAsync();
        }
    }

    private void SetRole(WorkspaceRole role) => _role = role;

    private async Task CreateAsync()
    {
        var result = await Invitations.CreateAsync(Actor, WorkspaceId, _role, _note);
        _refused = result.Refusal is { } refusal ? RefusalWords.Of(refusal) : null;
        _link = result.Value is { } token ? Navigation.ToAbsoluteUri($"invite/{token}").ToString() : null;
    }

    private async Task CopyAsync()
    {
        _isCopied = await Js.TryCopyAsync(_link!);
        if (!_isCopied)
        {
            // The link stands there to be copied by hand.
            _refused = WorkspaceTexts.CopyByHand;
        }
    }

    private void Close() => Dialog.Close();
}
