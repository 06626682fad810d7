using LiveBoard.Core.Data;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Identity.SecondSteps;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Web.Components.Account;

/// <summary>Sets the second step up and gives it up; for whoever is signed in and has just proved it.</summary>
public sealed partial class SecondStepPage
{
    private const string Renew = "renew";
    private const string TurnOff = "off";

    private ApplicationUser? _user;
    private byte[] _secret = [];
    private IReadOnlyList<string>? _codes;
    private int _codesLeft;
    private bool _isOwed;
    private bool _isOwedByPasskey;
    private string? _note;
    private bool _isGood;

    [Inject]
    private SecondStepService Steps { get; set; } = null!;

    [Inject]
    private SecondStepSecrets Secrets { get; set; } = null!;

    [Inject]
    private SecondStepDuty Duty { get; set; } = null!;

    [Inject]
    private Throttle Throttle { get; set; } = null!;

    [Inject]
    private UserManager<ApplicationUser> Users { get; set; } = null!;

    [Inject]
    private LiveBoardSignInManager SignIn { get; set; } = null!;

    [Inject]
    private SignInSessions Sessions { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "turn-on")]
    private string? Offer { get; set; }

    [SupplyParameterFromForm(FormName = "turn-on")]
    private string? Code { get; set; }

    [SupplyParameterFromForm(FormName = "change")]
    private string? Change { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (!await Sessions.IsConfirmedLatelyAsync(Http.User, Http.RequestAborted))
        {
            Navigation.NavigateTo(AccountUrls.With(ConfirmPage.Address, SecondStepGate.Page));
            return;
        }

        _user = await Users.GetUserAsync(Http.User);
        if (_user is not null)
        {
            _isOwed = await Duty.IsOwedAsync(Http.User, Http.RequestAborted);
            _isOwedByPasskey = await Duty.IsOwedByPasskeyAsync(Http.User, Http.RequestAborted);
            _codesLeft = await Steps.CountCodesAsync(_user.Id, Http.RequestAborted);
            // After a wrong code the same picture again: the app has it already.
            _secret = Secrets.Accept(Offer, _user.Id) ?? AuthenticatorCode.CreateSecret();
        }
    }

    private async Task TurnOnAsync()
    {
        if (_user is not { TwoFactorEnabled: false } user)
        {
            return;
        }

        if (!Throttle.MayTakeSecondStep(RequestSource.Of(Http), user.Id))
        {
            _note = SignInAnswers.Give(Http, SignInOutcome.TooMany, "");
            return;
        }

        _codes = await Steps.TurnOnAsync(user, Offer, Code, Http.RequestAborted);
        _isGood = _codes is not null;
        _note = _isGood ? SecurityTexts.SecondStepTurnedOn : SecurityTexts.CodeWrong;
        if (_isGood)
        {
            await SignIn.BeginAloneAsync(user, isStrong: true);
        }
    }

    private async Task ChangeAsync()
    {
        if (_user is not { TwoFactorEnabled: true } user)
        {
            return;
        }

        if (Change == TurnOff)
        {
            await Steps.TurnOffAsync(user, Http.RequestAborted);
            _note = SecurityTexts.SecondStepTurnedOff;
        }
        else if (Change == Renew)
        {
            _codes = await Steps.RenewCodesAsync(user, Http.RequestAborted);
            _note = SecurityTexts.CodesRenewed;
        }
        else
        {
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        _isGood = true;
        await SignIn.BeginAloneAsync(user);
    }
}
