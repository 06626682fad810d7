using System.Collections.Immutable;
using LiveBoard.Core.Access;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Widgets;
using LiveBoard.Core.Events;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Dashboards;

/// <summary>The dashboards that the viewer may open, by workspace. Live.</summary>
public sealed partial class DashboardsPage
{
    private ImmutableArray<WorkspaceListing> _workspaces = [];
    private string? _refused;

    [Inject]
    private BoardDirectory Directory { get; set; } = null!;

    [Inject]
    private DirectoryService Service { get; set; } = null!;

    [Inject]
    private BoardCommandHandler Commands { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task ReadAsync() => _workspaces = await Directory.ReadAsync(Actor, Closing);

    /// <inheritdoc />
    protected override bool IsConcerned(DirectoryEvent change) =>
        change switch
        {
            AccessChanged access => access.PersonId is null || access.PersonId == Actor.PersonId,
            BoardListed listed => _workspaces.Any(w => w.Id == listed.WorkspaceId),
            WorkspaceChanged changed => _workspaces.Any(w => w.Id == changed.WorkspaceId),
            _ => false,
        };

    private async Task CreateAsync(Guid workspaceId)
    {
        var create = new CreateDashboard
        {
            BoardId = Guid.CreateVersion7(),
            WorkspaceId = workspaceId,
            Name = DashboardTexts.NewName,
            ExampleFor = [],
        };
        var result = await Commands.HandleAsync(create, Actor, Closing);
        if (result.Rejection is { } rejection)
        {
            _refused = RejectionWords.Of(rejection);
            return;
        }

        Navigation.NavigateTo($"d/{create.BoardId}");
    }

    private async Task SetDefaultAsync(Guid workspaceId, Guid dashboardId)
    {
        var result = await Service.SetDefaultDashboardAsync(Actor, workspaceId, dashboardId, Closing);
        _refused = result.Refusal is { } refusal ? RefusalWords.Of(refusal) : null;
    }
}
