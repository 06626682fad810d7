using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Identity.Passkeys;
using LiveBoard.Web.Identity.SecondSteps;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Web.Components.Account;

/// <summary>Makes a passkey for whoever is signed in and has just proved it.</summary>
public sealed partial class PasskeyPage
{
    internal const string Address = "/profile/passkeys/new";

    private string? _error;

    [Inject]
    private PasskeyService Passkeys { get; set; } = null!;

    [Inject]
    private UserManager<ApplicationUser> Users { get; set; } = null!;

    [Inject]
    private SecondStepDuty Duty { get; set; } = null!;

    [Inject]
    private SignInSessions Sessions { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "passkey")]
    private string? Name { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")]
    private string? Passkey { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (HttpMethods.IsGet(Http.Request.Method))
        {
            await IsConfirmedAsync();
        }
    }

    private async Task<bool> IsConfirmedAsync()
    {
        if (await Duty.IsOwedByPasskeyAsync(Http.User, Http.RequestAborted))
        {
            Navigation.NavigateTo(SecondStepGate.Page);
            return false;
        }

        var isConfirmed = await Sessions.IsConfirmedLatelyAsync(Http.User, Http.RequestAborted);
        if (!isConfirmed)
        {
            Navigation.NavigateTo(AccountUrls.With(ConfirmPage.Address, Address));
        }

        return isConfirmed;
    }

    private async Task SubmitAsync()
    {
        if (!await IsConfirmedAsync() || await Users.GetUserAsync(Http.User) is not { } user)
        {
            return;
        }

        if (DirectoryRules.Line(Name, PasskeyService.MaxNameLength) is not { } name)
        {
            _error = SecurityTexts.PasskeyNameInvalid;
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (await Passkeys.AddAsync(user, Passkey, name))
        {
            // Making one takes what using it takes.
            await Sessions.ConfirmAsync(Http.User, isStrong: true);
            Navigation.NavigateTo(SecurityPage.Address);
        }
        else
        {
            _error = SecurityTexts.PasskeyNotAdded;
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
