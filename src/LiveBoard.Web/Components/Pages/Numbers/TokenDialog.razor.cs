using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace LiveBoard.Web.Components.Pages.Numbers;

public sealed partial class TokenDialog
{
    private ElementReference _nameInput;
    private string _name = "";
    private DateOnly? _until;
    private string? _secret;
    private string? _refused;
    private bool _isCopied;

    [Parameter, EditorRequired]
    public Actor Actor { get; set; }

    [Parameter, EditorRequired]
    public Guid WorkspaceId { get; set; }

    /// <summary>The key of a series to show in the example; null when there is none yet.</summary>
    [Parameter]
    public string? ExampleKey { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private ApiTokenService Tokens { get; set; } = null!;

    [Inject]
    private DueDates Dates { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    private string Example =>
        $$"""
            curl {{Navigation.ToAbsoluteUri($"api/v1/metrics/{ExampleKey ?? NumberTexts.ExampleKey}")}} \
              -H "Authorization: Bearer {{_secret}}" \
              -H "Content-Type: application/json" \
              -d '{ "value": 12.5 }'
            """;

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
        var end = _until is { } day ? Dates.ToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue)) : (DateTime?)null;
        var result = await Tokens.CreateAsync(Actor, WorkspaceId, _name, end);
        _refused = result.Refusal is { } refusal ? RefusalWords.Of(refusal) : null;
        _secret = result.Value;
    }

    private async Task CopyAsync()
    {
        try
        {
            await Js.InvokeVoidAsync("LiveBoard.copy", _secret);
            _isCopied = true;
        }
        catch (JSException)
        {
            // A browser gives its clipboard to secure pages only. The token stands there to be copied by hand.
            _refused = NumberTexts.CopyByHand;
        }
    }

    private void Close() => Dialog.Close();
}
