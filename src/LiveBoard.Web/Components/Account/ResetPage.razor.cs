using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Web.Components.Account;

/// <summary>Sets a new password for whoever has the link. Signs nobody in, so that a second step is asked for as ever.</summary>
public sealed partial class ResetPage
{
    private bool _isOpen;
    private bool _isDone;
    private string? _note;

    [Parameter]
    public string? Token { get; set; }

    [Inject]
    private PasswordResets Resets { get; set; } = null!;

    [Inject]
    private UserManager<ApplicationUser> Users { get; set; } = null!;

    [Inject]
    private Throttle Throttle { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "reset")]
    private string? NewPassword { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _isOpen = await Resets.FindAsync(Token, Http.RequestAborted) is not null;
        if (!_isOpen)
        {
            Refuse();
        }
    }

    private async Task SetAsync()
    {
        if (await Resets.FindAsync(Token, Http.RequestAborted) is not { } id)
        {
            return;
        }

        var user = await Users.FindByIdAsync($"{id}");
        if (PasswordRules.Check(NewPassword, user?.Email) is { } weak)
        {
            _note = AccountMessages.Of(weak);
            Http.Response.StatusCode = AccountMessages.StatusOf(weak);
            return;
        }

        if (!Throttle.MaySignIn(RequestSource.Of(Http), $"{id}"))
        {
            _note = SignInAnswers.Give(Http, SignInOutcome.TooMany, "");
            return;
        }

        using var turn = await Throttle.EnterHashingAsync(Http.RequestAborted);
        if (!turn.IsAcquired)
        {
            _note = SignInAnswers.Give(Http, SignInOutcome.TooMany, "");
            return;
        }

        var hash = Users.PasswordHasher.HashPassword(user!, NewPassword!);
        _isDone = await Resets.UseAsync(Token, hash, Http.RequestAborted);
        _isOpen = false;
        if (_isDone)
        {
            _note = ResetTexts.Done;
        }
        else
        {
            Refuse();
        }
    }

    private void Refuse()
    {
        _note = ResetTexts.Invalid;
        Http.Response.StatusCode = StatusCodes.Status410Gone;
    }
}
