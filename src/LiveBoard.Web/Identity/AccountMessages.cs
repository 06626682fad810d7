using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Identity;

/// <summary>Says in the user's words why an account was not made or changed.</summary>
internal static class AccountMessages
{
    public static string Of(AccountRefusal refusal) =>
        refusal switch
        {
            AccountRefusal.NameInvalid => AccountTexts.NameInvalid,
            AccountRefusal.EmailInvalid => AccountTexts.EmailInvalid,
            AccountRefusal.EmailTaken => AccountTexts.EmailTaken,
            AccountRefusal.PasswordTooShort => AccountTexts.PasswordTooShort,
            AccountRefusal.PasswordTooLong => AccountTexts.PasswordTooLong,
            AccountRefusal.PasswordTooCommon => AccountTexts.PasswordTooCommon,
            AccountRefusal.PasswordWrong => AccountTexts.PasswordWrong,
            AccountRefusal.WorkspaceNameInvalid => AccountTexts.WorkspaceNameInvalid,
            AccountRefusal.SetupCodeWrong => AccountTexts.SetupCodeWrong,
            AccountRefusal.SetupDone => AccountTexts.SetupDone,
            AccountRefusal.RegistrationClosed => AccountTexts.RegistrationClosed,
            AccountRefusal.InvitationInvalid => AccountTexts.InviteInvalid,
            AccountRefusal.TooManyTries => AccountTexts.TooManyTries,
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal without words."),
        };

    public static int StatusOf(AccountRefusal refusal) =>
        refusal switch
        {
            AccountRefusal.TooManyTries => StatusCodes.Status429TooManyRequests,
            AccountRefusal.RegistrationClosed or AccountRefusal.SetupCodeWrong => StatusCodes.Status403Forbidden,
            AccountRefusal.SetupDone or AccountRefusal.EmailTaken => StatusCodes.Status409Conflict,
            AccountRefusal.InvitationInvalid => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status400BadRequest,
        };
}
