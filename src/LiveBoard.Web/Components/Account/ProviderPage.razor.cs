using LiveBoard.Core.Data;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Identity.Providers;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Web.Components.Account;

/// <summary>Somebody whom the provider vouches for and who has no account here: makes one, or connects the one that is signed in.</summary>
public sealed partial class ProviderPage
{
    internal const string Address = "/signin/provider/account";

    private const string ProviderStart = "/signin/provider";

    private ProviderAnswer? _answer;
    private bool _mayCreate;
    private string? _refusal;
    private string? _error;

    [Inject]
    private AccountService Accounts { get; set; } = null!;

    [Inject]
    private ProviderSignIn Provider { get; set; } = null!;

    [Inject]
    private ProviderSettings Settings { get; set; } = null!;

    [Inject]
    private UserManager<ApplicationUser> Users { get; set; } = null!;

    [Inject]
    private SignInSessions Sessions { get; set; } = null!;

    [Inject]
    private Throttle Throttle { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "create")]
    private string? Name { get; set; }

    private bool IsSignedIn => Http.User.Identity is { IsAuthenticated: true };

    private string Title =>
        IsSignedIn ? ProviderTexts.ConnectTitle
        : _mayCreate ? AccountTexts.RegisterTitle
        : ProviderTexts.NoAccountTitle;

    /// <summary>Secret of the invitation that led here; whether it is still good is found when it is used.</summary>
    private string? Invitation =>
        _answer?.ReturnUrl.StartsWith(InvitePage.Start, StringComparison.Ordinal) == true
            ? _answer.ReturnUrl[InvitePage.Start.Length..]
            : null;

    private string Whom => _answer!.Person.Email ?? _answer.Person.Name ?? _answer.Person.Subject;

    protected override async Task OnInitializedAsync()
    {
        _answer = await ProviderSignIn.ReadAsync(Http);
        if (_answer is not { Person: var person })
        {
            Navigation.NavigateTo("/signin?provider=failed");
            return;
        }

        _refusal =
            person is not { Email: { } email, IsEmailVerified: true } ? ProviderTexts.AddressUnverified
            : await Users.FindByEmailAsync(email) is not null ? ProviderTexts.AddressTaken
            : Invitation is null
            && !Settings.AllowNewAccounts
            && !await Accounts.IsRegistrationOpenAsync(Http.RequestAborted)
                ? AccountTexts.RegistrationClosed
            : null;
        _mayCreate = _refusal is null;
    }

    private async Task CreateAsync()
    {
        if (_answer is null || !_mayCreate || IsSignedIn)
        {
            Http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var person = _answer.Person;
        var wish = new NewAccount(Name, person.Email, Password: null);
        var result = Throttle.MayRegister(RequestSource.Of(Http))
            ? await Accounts.RegisterProvidedAsync(
                wish,
                new UserLoginInfo(ProviderExtensions.Scheme, person.Subject, person.Email),
                Settings.AllowNewAccounts,
                Invitation,
                Http.RequestAborted
            )
            : AccountRefusal.TooManyTries;
        if (result.Refusal is { } refusal)
        {
            _error = AccountMessages.Of(refusal);
            Http.Response.StatusCode = AccountMessages.StatusOf(refusal);
            return;
        }

        await ProviderSignIn.ForgetAsync(Http);
        await Provider.TryAsync(Http, result.User!, person);
        Navigation.NavigateTo(Invitation is null ? _answer.ReturnUrl : LocalUrl.Home);
    }

    private async Task ConnectAsync()
    {
        if (_answer is null || await Users.GetUserAsync(Http.User) is not { } user)
        {
            return;
        }

        if (!await Sessions.IsConfirmedLatelyAsync(Http.User, Http.RequestAborted))
        {
            Navigation.NavigateTo(AccountUrls.With(ConfirmPage.Address, Address));
            return;
        }

        if (!await Provider.ConnectAsync(user, _answer.Person))
        {
            _error = ProviderTexts.ConnectedElsewhere;
            Http.Response.StatusCode = StatusCodes.Status409Conflict;
            return;
        }

        await ProviderSignIn.ForgetAsync(Http);
        Navigation.NavigateTo(SecurityPage.Address);
    }
}
