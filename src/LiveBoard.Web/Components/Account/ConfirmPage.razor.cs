using LiveBoard.Core.Data;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Identity.Passkeys;
using LiveBoard.Web.Identity.Providers;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Web.Components.Account;

/// <summary>Asks whoever is signed in to prove it anew, before what a stranger at an open screen must not do.</summary>
public sealed partial class ConfirmPage
{
    internal const string Address = "/confirm";

    private ApplicationUser? _user;
    private bool _hasPasskey;
    private bool _hasProvider;
    private string? _error;

    [Inject]
    private PasswordSignIn Passwords { get; set; } = null!;

    [Inject]
    private PasskeyService Passkeys { get; set; } = null!;

    [Inject]
    private ProviderSettings Provider { get; set; } = null!;

    [Inject]
    private UserManager<ApplicationUser> Users { get; set; } = null!;

    [Inject]
    private SignInSessions Sessions { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "returnUrl")]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = "confirm")]
    private string? Password { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")]
    private string? Passkey { get; set; }

    private string ProviderUrl =>
        $"/signin/provider?confirm=true&returnUrl={Uri.EscapeDataString(LocalUrl.OrHome(ReturnUrl))}";

    protected override async Task OnInitializedAsync()
    {
        _user = await Users.GetUserAsync(Http.User);
        if (_user is not null)
        {
            _hasPasskey = (await Users.GetPasskeysAsync(_user)).Count > 0;
            _hasProvider = Provider.IsSet && (await Users.GetLoginsAsync(_user)).Count > 0;
        }
    }

    private async Task SubmitAsync() =>
        await GoAsync(
            await Passwords.CheckAsync(Http, _user!.Email!, Password),
            isStrong: false,
            AccountTexts.PasswordWrong
        );

    private async Task SubmitPasskeyAsync() =>
        await GoAsync(await Passkeys.CheckAsync(Http, Passkey), isStrong: true, SecurityTexts.PasskeyWrong);

    /// <summary>Somebody else's proof is none.</summary>
    private async Task GoAsync((SignInOutcome Outcome, ApplicationUser? User) check, bool isStrong, string wrong)
    {
        if (check.User?.Id != _user!.Id)
        {
            var outcome = check.User is null ? check.Outcome : SignInOutcome.Wrong;
            _error = SignInAnswers.Give(Http, outcome, wrong);
            return;
        }

        await Sessions.ConfirmAsync(Http.User, isStrong);
        Navigation.NavigateTo(LocalUrl.OrHome(ReturnUrl));
    }
}
