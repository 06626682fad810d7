using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Web.Hosting;

namespace LiveBoard.Web.Identity.SecondSteps;

/// <summary>Ends a sign-in that waits for its second step: with a code of the app, or with a recovery code when the app is lost.</summary>
internal sealed class SecondStepSignIn(
    PendingSignIn pending,
    SecondStepService steps,
    LiveBoardSignInManager signIn,
    Throttle throttle,
    AuditLog audit
)
{
    /// <returns>Null when there is nothing to end: the password is asked for again.</returns>
    public async Task<SignInOutcome?> TryAsync(HttpContext context, string? code, bool isRecovery)
    {
        if (await pending.FindAsync(context) is not { } waiting || !await signIn.CanSignInAsync(waiting.User))
        {
            return null;
        }

        var (user, source) = (waiting.User, RequestSource.Of(context));
        if (!throttle.MayTakeSecondStep(source, user.Id))
        {
            return SignInOutcome.TooMany;
        }

        var way = (waiting.IsProvided, isRecovery) switch
        {
            (false, false) => SignInWay.PasswordAndCode,
            (false, true) => SignInWay.PasswordAndRecoveryCode,
            (true, false) => SignInWay.ProviderAndCode,
            (true, true) => SignInWay.ProviderAndRecoveryCode,
        };
        var isRight = isRecovery
            ? await steps.UseRecoveryCodeAsync(user, code, context.RequestAborted)
            : await steps.UseCodeAsync(user, code);
        if (!isRight)
        {
            await audit.NoteAsync(AuditKind.SignInRefused, actorId: null, user.Id, $"{way}");
            return SignInOutcome.Wrong;
        }

        await PendingSignIn.ForgetAsync(context);
        await signIn.BeginAsync(user, waiting.IsPersistent, way);
        return SignInOutcome.Done;
    }
}
