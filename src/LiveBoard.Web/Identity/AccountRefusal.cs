using LiveBoard.Core.Data;

namespace LiveBoard.Web.Identity;

/// <summary>Why an account was not made or changed. A normal outcome, not an error of the program.</summary>
internal enum AccountRefusal
{
    NameInvalid,
    EmailInvalid,
    EmailTaken,
    PasswordTooShort,
    PasswordTooLong,
    PasswordTooCommon,
    PasswordWrong,
    WorkspaceNameInvalid,
    SetupCodeWrong,
    SetupDone,
    RegistrationClosed,
    InvitationInvalid,
    TooManyTries,
}

/// <summary>The account, or why there is none.</summary>
internal readonly record struct AccountResult(ApplicationUser? User, AccountRefusal? Refusal)
{
    public static implicit operator AccountResult(AccountRefusal refusal) => new(null, refusal);

    public static implicit operator AccountResult(ApplicationUser user) => new(user, null);
}
