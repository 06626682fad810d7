using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Identity.Passkeys;
using LiveBoard.Web.Identity.Providers;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Account;

public sealed partial class SignInPage
{
    private string? _error;
    private bool _isRegistrationOpen;

    [Inject]
    private PasswordSignIn SignIn { get; set; } = null!;

    [Inject]
    private PasskeyService Passkeys { get; set; } = null!;

    [Inject]
    private ProviderSettings Provider { get; set; } = null!;

    [Inject]
    private AccountService Accounts { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "returnUrl")]
    private string? ReturnUrl { get; set; }

    /// <summary>What came of the way to the identity provider, when nothing came of it.</summary>
    [SupplyParameterFromQuery(Name = "provider")]
    private string? ProviderOutcome { get; set; }

    [SupplyParameterFromForm(FormName = "signin")]
    private string? Email { get; set; }

    [SupplyParameterFromForm(FormName = "signin")]
    private string? Password { get; set; }

    [SupplyParameterFromForm(FormName = "signin")]
    private bool IsKept { get; set; }

    /// <summary>What the browser made of the passkey.</summary>
    [SupplyParameterFromForm(FormName = "passkey")]
    private string? Passkey { get; set; }

    private bool IsProviderFailed => ProviderOutcome is not null;

    private string RegisterUrl => AccountUrls.With("/register", ReturnUrl);

    protected override async Task OnInitializedAsync()
    {
        if (HttpMethods.IsGet(Http.Request.Method) && Http.User.Identity is { IsAuthenticated: true })
        {
            Navigation.NavigateTo(LocalUrl.OrHome(ReturnUrl));
            return;
        }

        _isRegistrationOpen = await Accounts.IsRegistrationOpenAsync(Http.RequestAborted);
    }

    private async Task SubmitAsync()
    {
        var outcome = await SignIn.TryAsync(Http, Email, Password, IsKept);
        if (outcome == SignInOutcome.SecondStep)
        {
            Navigation.NavigateTo(AccountUrls.With(SecondStepSignInPage.Address, ReturnUrl));
            return;
        }

        Go(outcome, AccountTexts.SignInWrong);
    }

    /// <summary>Kept on the device, as the passkey is.</summary>
    private async Task SubmitPasskeyAsync() =>
        Go(await Passkeys.TryAsync(Http, Passkey, isPersistent: true), SecurityTexts.PasskeyWrong);

    private void Go(SignInOutcome outcome, string wrong)
    {
        if (outcome == SignInOutcome.Done)
        {
            Navigation.NavigateTo(LocalUrl.OrHome(ReturnUrl));
            return;
        }

        _error = SignInAnswers.Give(Http, outcome, wrong);
    }
}
