using LiveBoard.Core.Access;
using LiveBoard.Core.Events;
using LiveBoard.Web.Components.Layout;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace LiveBoard.Web.Components.Pages.Administration;

/// <summary>All accounts of the instance, for its administrators. Live.</summary>
public sealed partial class AccountsPage
{
    internal const string Address = "/admin/accounts";

    private AccountPage? _page;
    private string _search = "";
    private int _number;
    private bool _isRead;

    [Inject]
    private AccountDirectory Accounts { get; set; } = null!;

    [Inject]
    private CircuitConfirmation Confirmation { get; set; } = null!;

    [Inject]
    private OverlayHost Overlays { get; set; } = null!;

    private bool IsLast => (_number + 1) * AccountDirectory.PageSize >= (_page?.Count ?? 0);

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        _page = await Accounts.ReadAsync(Actor, _search, _number, Closing);
        _isRead = true;
    }

    /// <inheritdoc />
    protected override bool IsConcerned(DirectoryEvent change) => change is AccountsChanged or PersonChanged;

    private Task SearchAsync(ChangeEventArgs change)
    {
        (_search, _number) = ($"{change.Value}", 0);
        return ReadAsync();
    }

    private Task PreviousAsync()
    {
        _number--;
        return ReadAsync();
    }

    private Task NextAsync()
    {
        _number++;
        return ReadAsync();
    }

    /// <summary>A screen that an administrator has left must not be enough to take somebody's account.</summary>
    private async Task ManageAsync(AccountListing account)
    {
        if (!await Confirmation.EnsureAsync(Address))
        {
            return;
        }

        await Overlays.ShowAsync<AccountDialog>(
            AdminTexts.ManageName.With(account.Name),
            new DialogParameters<AccountDialog> { { d => d.Actor, Actor }, { d => d.Account, account } },
            DialogKinds.OverBoard
        );
    }
}
