using LiveBoard.Core.Access.Work;
using LiveBoard.Core.Events;
using LiveBoard.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Work;

/// <summary>
/// Reads how much the viewer has to do and keeps it true. Shows nothing itself, and is apart from the rail, which need not
/// read all that it shows each time a card of the viewer's changes.
/// </summary>
public sealed class WorkCount : LiveDirectoryComponent
{
    private WorkTally? _tally;

    [Inject]
    private WorkReader Reader { get; set; } = null!;

    [Inject]
    private WorkHost Host { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        if (!RendererInfo.IsInteractive)
        {
            // The page itself comes first; the number joins it when it is live, and takes no room that was not there.
            return;
        }

        _tally = await Reader.CountAsync(Actor, Closing);
        Host.Show(_tally.Count);
    }

    /// <inheritdoc />
    protected override bool IsConcerned(DirectoryEvent change) => _tally?.Following.IsConcerned(change) != false;
}
