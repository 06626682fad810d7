using LiveBoard.Core.Boards;
using LiveBoard.Core.Live;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LiveBoard.Web.Components.Boards;

public sealed partial class BoardBar
{
    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    [Parameter, EditorRequired]
    public BoardHeader Header { get; set; } = null!;

    [Parameter, EditorRequired]
    public PresenceSnapshot Here { get; set; } = null!;

    [Parameter]
    public bool IsStarred { get; set; }

    /// <summary>True when the board is shown as a table.</summary>
    [Parameter]
    public bool IsTable { get; set; }

    [Parameter]
    public EventCallback OnStar { get; set; }

    [Parameter]
    public EventCallback OnShare { get; set; }

    [Parameter]
    public EventCallback<MouseEventArgs> OnMenu { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private bool IsPrivate => Header.Visibility == BoardVisibility.Private;

    private string AccessHint =>
        IsPrivate ? BoardTexts.PrivateHint
        : Header.WorkspaceRole == BoardRole.Editor ? BoardTexts.WorkspaceEditHint
        : BoardTexts.WorkspaceReadHint;

    /// <summary>What is filtered in one picture is filtered in the other.</summary>
    private void Switch(bool isTable)
    {
        var query = Navigation.ToAbsoluteUri(Navigation.Uri).Query;
        Navigation.NavigateTo($"b/{Header.Id}{(isTable ? "/table" : "")}{query}");
    }

    /// <inheritdoc />
    public override Task SetParametersAsync(ParameterView parameters)
    {
        var isSame =
            parameters.IsSame(nameof(Header), Header)
            && parameters.IsSame(nameof(Here), Here)
            && parameters.IsSame(nameof(IsStarred), IsStarred)
            && parameters.IsSame(nameof(IsTable), IsTable)
            && parameters.IsSame(nameof(Client), Client);
        return isSame ? Task.CompletedTask : base.SetParametersAsync(parameters);
    }
}
