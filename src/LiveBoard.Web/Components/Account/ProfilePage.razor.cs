using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Web.Components.Account;

public sealed partial class ProfilePage
{
    private static readonly string[] ColorNames = AccountTexts.AvatarColorNames.Split(", ");

    private const string Others = "others";

    private OwnListing? _own;
    private IReadOnlyList<SignInSession> _sessions = [];
    private string? _note;
    private bool _isGood;

    [Inject]
    private BoardDirectory Boards { get; set; } = null!;

    [Inject]
    private DirectoryService People { get; set; } = null!;

    [Inject]
    private AccountService Accounts { get; set; } = null!;

    [Inject]
    private UserManager<ApplicationUser> Users { get; set; } = null!;

    [Inject]
    private LiveBoardSignInManager SignIn { get; set; } = null!;

    [Inject]
    private SignInSessions Sessions { get; set; } = null!;

    [Inject]
    private Throttle Throttle { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "person")]
    private string? Name { get; set; }

    [SupplyParameterFromForm(FormName = "person")]
    private int? Color { get; set; }

    [SupplyParameterFromForm(FormName = "password")]
    private string? CurrentPassword { get; set; }

    [SupplyParameterFromForm(FormName = "password")]
    private string? NewPassword { get; set; }

    [SupplyParameterFromForm(FormName = "sessions")]
    private string? EndSession { get; set; }

    private Actor Actor => Http.User.GetActor();

    protected override async Task OnInitializedAsync()
    {
        _own = await Boards.ReadOwnAsync(Actor, Http.RequestAborted);
        _sessions = await Sessions.ReadAsync(Actor.PersonId, Http.RequestAborted);
    }

    private async Task SavePersonAsync()
    {
        var result = await People.ChangePersonAsync(Actor, Name, Color ?? 0, Http.RequestAborted);
        _isGood = result.IsDone;
        _note = result.IsDone ? AccountTexts.ProfileSaved : AccountTexts.NameInvalid;
        if (!result.IsDone)
        {
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private async Task ChangePasswordAsync()
    {
        var user = await Users.GetUserAsync(Http.User);
        if (user is null)
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
        _sessions = await Sessions.ReadAsync(Actor.PersonId, Http.RequestAborted);
        _note = AccountTexts.PasswordChanged;
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
        _sessions = await Sessions.ReadAsync(Actor.PersonId, Http.RequestAborted);
        _isGood = true;
        _note = ended == 0 ? AccountTexts.SessionGone : AccountTexts.SessionEnded;
    }
}
