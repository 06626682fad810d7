using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Mail;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Components.Account;

/// <summary>Asks for a link by mail. Says the same whether or not there is such an account.</summary>
public sealed partial class ForgotPage
{
    private string? _note;
    private bool _isGood;

    [Inject]
    private IOptions<MailSettings> Settings { get; set; } = null!;

    [Inject]
    private ResetMail Mail { get; set; } = null!;

    [Inject]
    private Throttle Throttle { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "forgot")]
    private string? Email { get; set; }

    private void Send()
    {
        if (!Settings.Value.IsSet || EmailAddress.Parse(Email) is not { } address)
        {
            _note = AccountTexts.EmailInvalid;
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (!Throttle.MayAskForReset(RequestSource.Of(Http), address))
        {
            _note = SignInAnswers.Give(Http, SignInOutcome.TooMany, "");
            return;
        }

        Mail.Send(address);
        (_note, _isGood) = (ResetTexts.ForgotSent, true);
    }
}
