using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Identity.Passkeys;
using LiveBoard.Web.Identity.Providers;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Web.Components.Account;

/// <summary>How one signs in, and where one is signed in.</summary>
public sealed partial class SecurityPage
{
    internal const string Address = "/profile/security";

    private const string Others = "others";

    private ApplicationUser? _user;
    private IReadOnlyList<SignInSession> _sessions = [];
    private IList<UserPasskeyInfo> _passkeys = [];
    private IList<UserLoginInfo> _logins = [];
    private string? _note;
    private bool _isGood;

    [Inject]
    private AccountService Accounts { get; set; } = null!;

    [Inject]
    private PasskeyService Passkeys { get; set; } = null!;

    [Inject]
    private ProviderSettings ProviderAbout { get; set; } = null!;

    [Inject]
    private ProviderSignIn Provider { get; set; } = null!;

    [Inject]
    private UserManager<ApplicationUser> Users { get; set; } = null!;

    [Inject]
    private LiveBoardSignInManager SignIn { get; set; } = null!;

    [Inject]
    private SignInSessions Sessions { get; set; } = null!;

    [Inject]
    private Throttle Throttle { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "password")]
    private string? CurrentPassword { get; set; }

    [SupplyParameterFromForm(FormName = "password")]
    private string? NewPassword { get; set; }

    [SupplyParameterFromForm(FormName = "passkeys")]
    private string? RemovePasskey { get; set; }

    [SupplyParameterFromForm(FormName = "providers")]
    private string? Disconnect { get; set; }

    [SupplyParameterFromForm(FormName = "sessions")]
    private string? EndSession { get; set; }

    private string PasswordTitle =>
        _user!.PasswordHash is null ? ProviderTexts.PasswordSet : AccountTexts.PasswordChange;

    private Actor Actor => Http.User.GetActor();

    protected override async Task OnInitializedAsync()
    {
        _user = await Users.GetUserAsync(Http.User);
        if (_user is not null)
        {
            await ReadAsync(_user);
        }
    }

    private async Task ReadAsync(ApplicationUser user)
    {
        _logins = await Users.GetLoginsAsync(user);
        _passkeys = await Users.GetPasskeysAsync(user);
        _sessions = await Sessions.ReadAsync(Actor.PersonId, Http.RequestAborted);
    }

    private async Task ChangePasswordAsync()
    {
        var user = _user!;
        if (user.PasswordHash is null && !await IsConfirmedAsync())
        {
            return;
        }

        var refusal = Throttle.MaySignIn(RequestSource.Of(Http), user.Email!)
            ? await Accounts.ChangePasswordAsync(user, CurrentPassword, NewPassword)
            : AccountRefusal.TooManyTries;
        _isGood = refusal is null;
        if (refusal is { } reason)
        {
            _note = AccountMessages.Of(reason);
            Http.Response.StatusCode = AccountMessages.StatusOf(reason);
            return;
        }

        await SignIn.BeginAloneAsync(user);
        await ReadAsync(user);
        _note = AccountTexts.PasswordChanged;
    }

    private async Task RemovePasskeyAsync()
    {
        if (!await IsConfirmedAsync())
        {
            return;
        }

        _isGood = await Passkeys.RemoveAsync(_user!, RemovePasskey);
        _note = _isGood ? SecurityTexts.PasskeyRemoved : SecurityTexts.PasskeyGone;
        await ReadAsync(_user!);
    }

    private async Task DisconnectAsync()
    {
        if (!await IsConfirmedAsync())
        {
            return;
        }

        _isGood = await Provider.DisconnectAsync(_user!, Disconnect);
        _note = _isGood ? ProviderTexts.Disconnected : ProviderTexts.NotDisconnected;
        await ReadAsync(_user!);
    }

    private async Task<bool> IsConfirmedAsync()
    {
        var isConfirmed = await Sessions.IsConfirmedLatelyAsync(Http.User, Http.RequestAborted);
        if (!isConfirmed)
        {
            Navigation.NavigateTo(AccountUrls.With(ConfirmPage.Address, Address));
        }

        return isConfirmed;
    }

    private async Task EndSessionAsync()
    {
        var own = SignInSessions.IdOf(Http.User);
        var wish = Guid.TryParse(EndSession, out var id) ? id : (Guid?)null;
        if (wish is null && EndSession != Others)
        {
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var ended = await Sessions.EndAsync(Actor.PersonId, s => s.Id != own && (wish is null || s.Id == wish));
        await ReadAsync(_user!);
        _isGood = true;
        _note = ended == 0 ? AccountTexts.SessionGone : AccountTexts.SessionEnded;
    }
}
