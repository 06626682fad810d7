using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Account;

public sealed partial class RegisterPage
{
    private string? _error;
    private bool _isOpen;

    [Inject]
    private AccountService Accounts { get; set; } = null!;

    [Inject]
    private Throttle Throttle { get; set; } = null!;

    [Inject]
    private LiveBoardSignInManager SignIn { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "returnUrl")]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = "register")]
    private string? Name { get; set; }

    [SupplyParameterFromForm(FormName = "register")]
    private string? Email { get; set; }

    [SupplyParameterFromForm(FormName = "register")]
    private string? Password { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _isOpen = await Accounts.IsRegistrationOpenAsync(Http.RequestAborted);
        if (!_isOpen)
        {
            Refuse(AccountRefusal.RegistrationClosed);
        }
    }

    private async Task SubmitAsync()
    {
        var result = Throttle.MayRegister(RequestSource.Of(Http))
            ? await Accounts.RegisterAsync(new NewAccount(Name, Email, Password), Http.RequestAborted)
            : AccountRefusal.TooManyTries;
        if (result.Refusal is { } refusal)
        {
            Refuse(refusal);
            return;
        }

        await SignIn.BeginAsync(result.User!, isPersistent: false, SignInWay.NewAccount);
        Navigation.NavigateTo(LocalUrl.OrHome(ReturnUrl));
    }

    private void Refuse(AccountRefusal refusal)
    {
        _error = AccountMessages.Of(refusal);
        Http.Response.StatusCode = AccountMessages.StatusOf(refusal);
    }
}
