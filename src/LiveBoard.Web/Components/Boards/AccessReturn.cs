using LiveBoard.Core.Events;
using LiveBoard.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Boards;

/// <summary>
/// Stands in for a board that its viewer may not see (any more), and tells when they may: whoever is let in again, even a
/// moment later and by mistake put out, need not ask for the page anew.
/// </summary>
public sealed class AccessReturn : LiveDirectoryComponent
{
    /// <summary>Asks the database.</summary>
    [Parameter, EditorRequired]
    public Func<Task<bool>> MayLook { get; set; } = null!;

    [Parameter]
    public EventCallback OnReturn { get; set; }

    /// <inheritdoc />
    protected override bool IsConcerned(DirectoryEvent change) => change is AccessChanged;

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        if (RendererInfo.IsInteractive && await MayLook())
        {
            await OnReturn.InvokeAsync();
        }
    }
}
