using LiveBoard.Core.Access;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Identity.Providers;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Account;

public sealed partial class InvitePage
{
    internal const string Start = "/invite/";

    private InvitationOffer? _offer;
    private string? _error;

    [Parameter]
    public string Token { get; set; } = "";

    [Inject]
    private InvitationService Invitations { get; set; } = null!;

    [Inject]
    private AccountService Accounts { get; set; } = null!;

    [Inject]
    private ProviderSettings Provider { get; set; } = null!;

    [Inject]
    private Throttle Throttle { get; set; } = null!;

    [Inject]
    private LiveBoardSignInManager SignIn { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "invited")]
    private string? Name { get; set; }

    [SupplyParameterFromForm(FormName = "invited")]
    private string? Email { get; set; }

    [SupplyParameterFromForm(FormName = "invited")]
    private string? Password { get; set; }

    private bool IsSignedIn => Http.User.Identity is { IsAuthenticated: true };

    private string Title =>
        _offer is null
            ? AccountTexts.InviteInvalidTitle
            : AccountTexts.InviteTitle.Replace("{0}", _offer.WorkspaceName, StringComparison.Ordinal);

    private string Lead => AccountTexts.InviteLead.Replace("{0}", _offer?.InvitedBy, StringComparison.Ordinal);

    protected override async Task OnInitializedAsync()
    {
        _offer = await Invitations.FindAsync(Token, Http.RequestAborted);
        if (_offer is null)
        {
            Refuse(AccountRefusal.InvitationInvalid);
        }
    }

    private async Task JoinAsync()
    {
        var result = await Invitations.AcceptAsync(Http.User.GetActor(), Token, Http.RequestAborted);
        if (result.IsDone)
        {
            Navigation.NavigateTo(LocalUrl.Home);
        }
        else if (result.Refusal == DirectoryRefusal.AlreadyMember)
        {
            _error = AccountTexts.AlreadyMember;
        }
        else
        {
            Refuse(AccountRefusal.InvitationInvalid);
        }
    }

    private async Task RegisterAsync()
    {
        var result = Throttle.MayRegister(RequestSource.Of(Http))
            ? await Accounts.RegisterInvitedAsync(new NewAccount(Name, Email, Password), Token, Http.RequestAborted)
            : AccountRefusal.TooManyTries;
        if (result.Refusal is { } refusal)
        {
            Refuse(refusal);
            return;
        }

        await SignIn.BeginAsync(result.User!, isPersistent: false, SignInWay.NewAccount);
        Navigation.NavigateTo(LocalUrl.Home);
    }

    private void Refuse(AccountRefusal refusal)
    {
        _error = AccountMessages.Of(refusal);
        Http.Response.StatusCode = AccountMessages.StatusOf(refusal);
    }
}
