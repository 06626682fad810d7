using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Web.Components.Account;

/// <summary>Hands a person what is stored about them, and forgets them.</summary>
public sealed partial class DataPage
{
    internal const string Address = "/profile/data";

    private string? _refused;

    [Inject]
    private AccountAdministration Accounts { get; set; } = null!;

    [Inject]
    private UserManager<ApplicationUser> Users { get; set; } = null!;

    [Inject]
    private SignInSessions Sessions { get; set; } = null!;

    [Inject]
    private LiveBoardSignInManager SignIn { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    /// <summary>Typed, so that nobody does it by a slip of the finger.</summary>
    [SupplyParameterFromForm(FormName = "delete")]
    private string? Email { get; set; }

    private async Task DeleteAsync()
    {
        if (!await Sessions.IsConfirmedLatelyAsync(Http.User, Http.RequestAborted))
        {
            Navigation.NavigateTo(AccountUrls.With(ConfirmPage.Address, Address));
            return;
        }

        var user = await Users.GetUserAsync(Http.User);
        if (!string.Equals(user?.Email, Email?.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            Refuse(DataTexts.DeleteEmailWrong);
            return;
        }

        var result = await Accounts.DeleteOwnAsync(Http.User.GetActor(), Http.RequestAborted);
        if (result.Refusal is { } refusal)
        {
            Refuse(RefusalWords.Of(refusal));
            return;
        }

        await SignIn.SignOutAsync();
        Navigation.NavigateTo("/signin");
    }

    private void Refuse(string why)
    {
        _refused = why;
        Http.Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
