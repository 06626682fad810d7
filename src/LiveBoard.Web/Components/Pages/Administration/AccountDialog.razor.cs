using LiveBoard.Core.Access;
using LiveBoard.Web.Components.Layout;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace LiveBoard.Web.Components.Pages.Administration;

public sealed partial class AccountDialog
{
    private string? _refused;
    private string? _link;

    [Parameter, EditorRequired]
    public Actor Actor { get; set; }

    [Parameter, EditorRequired]
    public AccountListing Account { get; set; } = null!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private AccountAdministration Accounts { get; set; } = null!;

    [Inject]
    private OverlayHost Overlays { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private CircuitConfirmation Confirmation { get; set; } = null!;

    private IEnumerable<Act> Acts()
    {
        var id = Account.Id;
        yield return Account.IsDisabled
            ? new Act(
                AdminTexts.Enable,
                AdminTexts.EnableHint,
                () => DoAsync(() => Accounts.SetDisabledAsync(Actor, id, false))
            )
            : new Act(
                AdminTexts.Disable,
                AdminTexts.DisableHint,
                () => DoAsync(() => Accounts.SetDisabledAsync(Actor, id, true))
            );
        yield return new Act(
            AdminTexts.SignOut,
            AdminTexts.SignOutHint,
            () => DoAsync(() => Accounts.SignOutAsync(Actor, id))
        );
        yield return new Act(AdminTexts.Reset, AdminTexts.ResetHint, ResetAsync);
        if (Account.HasSecondStep || Account.HasPasskey)
        {
            yield return new Act(AdminTexts.TakeStep, AdminTexts.TakeStepHint, TakeStepAsync);
        }

        yield return Account.IsAdministrator
            ? new Act(
                AdminTexts.Revoke,
                AdminTexts.RevokeHint,
                () => DoAsync(() => Accounts.SetAdministratorAsync(Actor, id, false))
            )
            : new Act(
                AdminTexts.Grant,
                AdminTexts.GrantHint,
                () => DoAsync(() => Accounts.SetAdministratorAsync(Actor, id, true))
            );
        yield return new Act(AdminTexts.Delete, AdminTexts.DeleteHint, DeleteAsync, IsGrave: true);
    }

    private async Task ResetAsync()
    {
        if (!await Confirmation.EnsureAsync(AccountsPage.Address))
        {
            return;
        }

        var result = await Accounts.CreateResetAsync(Actor, Account.Id);
        _refused = result.Refusal is { } refusal ? RefusalWords.Of(refusal) : null;
        _link = result.Value is { } secret ? Navigation.ToAbsoluteUri($"reset/{secret}").ToString() : null;
    }

    private async Task TakeStepAsync()
    {
        if (
            await Overlays.AskAsync(
                AdminTexts.SureTake.With(Account.Name),
                AdminTexts.TakeStepHint,
                AdminTexts.Sure,
                AdminTexts.Keep
            )
        )
        {
            await DoAsync(() => Accounts.TakeSecondStepAsync(Actor, Account.Id));
        }
    }

    private async Task DeleteAsync()
    {
        if (
            await Overlays.AskAsync(
                AdminTexts.SureDelete.With(Account.Name),
                AdminTexts.DeleteHint,
                AdminTexts.Sure,
                AdminTexts.Keep
            )
        )
        {
            await DoAsync(() => Accounts.DeleteAsync(Actor, Account.Id));
        }
    }

    /// <summary>Asked for each deed: the dialog may have stood open for long.</summary>
    private async Task DoAsync(Func<Task<DirectoryResult>> deed)
    {
        if (!await Confirmation.EnsureAsync(AccountsPage.Address))
        {
            return;
        }

        var result = await deed();
        _refused = result.Refusal is { } refusal ? RefusalWords.Of(refusal) : null;
        if (result.IsDone)
        {
            Close();
        }
    }

    private void Close() => Dialog.Close();

    private sealed record Act(string Text, string Hint, Func<Task> DoAsync, bool IsGrave = false);
}
