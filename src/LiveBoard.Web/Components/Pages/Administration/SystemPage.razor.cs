using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using LiveBoard.Web.Backups;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Layout;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Pages.Administration;

/// <summary>How the instance is, and its backups, for administrators. Live.</summary>
public sealed partial class SystemPage
{
    internal const string Address = "/admin/system";

    private InstanceListing? _instance;
    private IReadOnlyList<BackupListing> _backups = [];
    private BackupListing? _planned;
    private BackupFailure? _failure;
    private bool _isRunning;
    private bool _isRead;
    private string? _refused;

    [Inject]
    private BoardDirectory Directory { get; set; } = null!;

    [Inject]
    private InstanceService Instance { get; set; } = null!;

    [Inject]
    private BackupService Backups { get; set; } = null!;

    [Inject]
    private BackupShelf Shelf { get; set; } = null!;

    [Inject]
    private BackupSettings Settings { get; set; } = null!;

    [Inject]
    private RestorePlan Plan { get; set; } = null!;

    [Inject]
    private BackupDesk Desk { get; set; } = null!;

    [Inject]
    private DueDates Clock { get; set; } = null!;

    [Inject]
    private CircuitConfirmation Confirmation { get; set; } = null!;

    [Inject]
    private OverlayHost Overlays { get; set; } = null!;

    private string LastBackup => _backups is [var newest, ..] ? Clock.Moment(newest.At) : SystemTexts.Never;

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        _instance = await Directory.ReadInstanceAsync(Actor, Closing);
        _backups = _instance is null ? [] : Shelf.List();
        _planned = _instance is null ? null : Plan.Read();
        (_isRunning, _failure) = (Backups.IsRunning, Backups.LastFailure);
        _isRead = true;
    }

    /// <inheritdoc />
    protected override bool IsConcerned(DirectoryEvent change) =>
        change switch
        {
            AccessChanged access => access.PersonId is null || access.PersonId == Actor.PersonId,
            BackupsChanged or InstanceChanged => true,
            _ => false,
        };

    private Task MakeAsync() => DoAsync(() => Desk.MakeAsync(Actor));

    private Task CallOffAsync() => DoAsync(() => Desk.CancelRestoreAsync(Actor));

    private Task SetPlanAsync(BackupPlan plan) =>
        DoAsync(async () => (await Instance.SetBackupPlanAsync(Actor, plan, Closing)).Refusal);

    /// <summary>What everybody would lose is not for a screen that somebody has left.</summary>
    private Task PlanAsync(BackupListing backup) =>
        DoWhenSureAsync(
            SystemTexts.SureRestore.With(Clock.Moment(backup.At)),
            SystemTexts.SureRestoreHint,
            () => Desk.PlanRestoreAsync(Actor, backup)
        );

    private Task DeleteAsync(BackupListing backup) =>
        DoWhenSureAsync(
            SystemTexts.SureDelete.With(Clock.Moment(backup.At)),
            SystemTexts.SureDeleteHint,
            () => Desk.DeleteAsync(Actor, backup)
        );

    private async Task DoWhenSureAsync(string question, string hint, Func<Task<DirectoryRefusal?>> deed)
    {
        if (
            await Confirmation.EnsureAsync(Address)
            && await Overlays.AskAsync(question, hint, AdminTexts.Sure, AdminTexts.Keep)
        )
        {
            await DoAsync(deed);
        }
    }

    private async Task DoAsync(Func<Task<DirectoryRefusal?>> deed)
    {
        try
        {
            _refused = await deed() is { } refusal ? RefusalWords.Of(refusal) : null;
        }
        catch (BackupException failure)
        {
            _refused = failure.Message;
        }
    }
}
