using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Pages.Workspaces;

/// <summary>Settings of the whole instance, for its administrators. Live.</summary>
public sealed partial class AdminPage
{
    private InstanceListing? _instance;
    private bool _isRead;
    private string _name = "";
    private string? _refused;

    [Inject]
    private BoardDirectory Directory { get; set; } = null!;

    [Inject]
    private DirectoryService Service { get; set; } = null!;

    [Inject]
    private CircuitConfirmation Confirmation { get; set; } = null!;

    [Inject]
    private InstanceService Instance { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        _instance = await Directory.ReadInstanceAsync(Actor, Closing);
        _isRead = true;
    }

    /// <inheritdoc />
    protected override bool IsConcerned(DirectoryEvent change) =>
        change switch
        {
            AccessChanged access => access.PersonId is null || access.PersonId == Actor.PersonId,
            WorkspaceChanged or BoardListed or InstanceChanged => true,
            _ => false,
        };

    private static string RoleIn(WorkspaceSummary workspace) =>
        workspace.Role switch
        {
            WorkspaceRole.Owner => WorkspaceTexts.Owner,
            WorkspaceRole.Member => WorkspaceTexts.Member,
            _ => WorkspaceTexts.NotIn,
        };

    private async Task SetRegistrationAsync(ChangeEventArgs change) =>
        Show((await Instance.SetRegistrationOpenAsync(Actor, change.Value is true, Closing)).Refusal);

    private async Task SetDemandAsync(ChangeEventArgs change)
    {
        if (
            Enum.TryParse<SecondStepDemand>($"{change.Value}", out var demand)
            && await Confirmation.EnsureAsync("/admin")
        )
        {
            Show((await Instance.SetSecondStepDemandAsync(Actor, demand, Closing)).Refusal);
        }
    }

    private static string DemandWords(SecondStepDemand demand) =>
        demand switch
        {
            SecondStepDemand.Administrators => AdminTexts.DemandAdministrators,
            SecondStepDemand.Owners => AdminTexts.DemandOwners,
            SecondStepDemand.Everybody => AdminTexts.DemandEverybody,
            _ => AdminTexts.DemandNobody,
        };

    private async Task CreateAsync()
    {
        var result = await Service.CreateWorkspaceAsync(Actor, _name, Closing);
        Show(result.Refusal);
        if (result.IsDone)
        {
            _name = "";
        }
    }

    private void Show(DirectoryRefusal? refusal) => _refused = refusal is { } why ? RefusalWords.Of(why) : null;
}
