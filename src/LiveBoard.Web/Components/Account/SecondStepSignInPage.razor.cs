using LiveBoard.Web.Identity;
using LiveBoard.Web.Identity.SecondSteps;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Account;

public sealed partial class SecondStepSignInPage
{
    internal const string Address = "/signin/second-step";

    private string? _error;

    [Inject]
    private SecondStepSignIn SignIn { get; set; } = null!;

    [Inject]
    private PendingSignIn Pending { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "returnUrl")]
    private string? ReturnUrl { get; set; }

    /// <summary>True for somebody who has lost the app.</summary>
    [SupplyParameterFromQuery(Name = "recovery")]
    private bool IsRecovery { get; set; }

    [SupplyParameterFromForm(FormName = "second-step")]
    private string? Code { get; set; }

    private string OtherUrl
    {
        get
        {
            var here = AccountUrls.With(Address, ReturnUrl);
            return IsRecovery
                ? here
                : here + (here.Contains('?', StringComparison.Ordinal) ? '&' : '?') + "recovery=true";
        }
    }

    protected override async Task OnInitializedAsync()
    {
        if (HttpMethods.IsGet(Http.Request.Method) && await Pending.FindAsync(Http) is null)
        {
            Navigation.NavigateTo(AccountUrls.With("/signin", ReturnUrl));
        }
    }

    private async Task SubmitAsync()
    {
        var outcome = await SignIn.TryAsync(Http, Code, IsRecovery);
        if (outcome is null)
        {
            Navigation.NavigateTo(AccountUrls.With("/signin", ReturnUrl));
        }
        else if (outcome == SignInOutcome.Done)
        {
            Navigation.NavigateTo(LocalUrl.OrHome(ReturnUrl));
        }
        else
        {
            _error = SignInAnswers.Give(
                Http,
                outcome.Value,
                IsRecovery ? SecurityTexts.RecoveryWrong : SecurityTexts.CodeWrong
            );
        }
    }
}
