using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Identity.Guests;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Web.Components.Account;

/// <summary>
/// Lets a guest in by a link, after its password if it has one, and leads on to where the secret is out of the address.
/// Names the board to nobody who has not got so far.
/// </summary>
public sealed partial class SharePage
{
    private GuestOffer? _offer;
    private string? _note;

    [Parameter]
    public string? Token { get; set; }

    [Inject]
    private GuestAccess Links { get; set; } = null!;

    [Inject]
    private IPasswordHasher<ApplicationUser> Hasher { get; set; } = null!;

    [Inject]
    private Throttle Throttle { get; set; } = null!;

    [Inject]
    private AuditLog Audit { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "share")]
    private string? Password { get; set; }

    private string Title => _offer is null ? GuestTexts.InvalidTitle : GuestTexts.OpenTitle;

    protected override async Task OnInitializedAsync()
    {
        _offer = await Links.FindAsync(Token, Http.RequestAborted);
        if (_offer is null)
        {
            _note = GuestTexts.Invalid;
            Http.Response.StatusCode = StatusCodes.Status410Gone;
        }
        else if (_offer.PasswordHash is null)
        {
            await EnterAsync(_offer);
        }
    }

    private async Task OpenAsync()
    {
        if (_offer is not { PasswordHash: { } hash } offer)
        {
            return;
        }

        if (!Throttle.MaySignIn(RequestSource.Of(Http), $"guest link {offer.Pass.LinkId}"))
        {
            _note = SignInAnswers.Give(Http, SignInOutcome.TooMany, "");
            return;
        }

        using var turn = await Throttle.EnterHashingAsync(Http.RequestAborted);
        if (
            !turn.IsAcquired
            || Password is not { Length: > 0 and <= PasswordRules.MaxLength }
            || Hasher.VerifyHashedPassword(null!, hash, Password) == PasswordVerificationResult.Failed
        )
        {
            _note = SignInAnswers.Give(Http, SignInOutcome.Wrong, GuestTexts.PasswordWrong);
            return;
        }

        await EnterAsync(offer);
    }

    private async Task EnterAsync(GuestOffer offer)
    {
        await GuestCookie.EnterAsync(Http, offer.Pass);
        await Audit.NoteAsync(AuditKind.GuestLinkOpened, actorId: null, offer.BoardId, $"{offer.Pass.LinkId}");
        Navigation.NavigateTo($"/guest/{offer.Pass.LinkId}");
    }
}
