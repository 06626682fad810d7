namespace LiveBoard.Web.Identity;

/// <summary>All ways to a sign-in. There is no other; docs/security.md has the same list.</summary>
internal enum SignInWay
{
    /// <summary>Password alone, of an account without a second step.</summary>
    Password,

    /// <summary>Password and a code of the authenticator app.</summary>
    PasswordAndCode,

    /// <summary>Password and a recovery code.</summary>
    PasswordAndRecoveryCode,

    /// <summary>A passkey, which has looked at its owner's face, finger or PIN.</summary>
    Passkey,

    /// <summary>The identity provider's word, which asked for one thing or does not say.</summary>
    Provider,

    /// <summary>The identity provider's word, which says that it asked for more than one thing.</summary>
    ProviderWithMore,

    /// <summary>The identity provider's word, and a code of the authenticator app.</summary>
    ProviderAndCode,

    /// <summary>The identity provider's word, and a recovery code.</summary>
    ProviderAndRecoveryCode,

    /// <summary>With the account that was just made: at set-up, by invitation, while registration is open.</summary>
    NewAccount,
}

/// <summary>What a way says of the sign-in.</summary>
internal static class SignInWayExtensions
{
    /// <summary>True when it took more than one thing known.</summary>
    public static bool IsStrong(this SignInWay way) =>
        way is not (SignInWay.Password or SignInWay.Provider or SignInWay.NewAccount);
}
