namespace LiveBoard.Core.Data;

/// <summary>
/// Something that mattered for who gets in and who may do what. Written once, never changed. Names nobody by reference:
/// it outlives the accounts it speaks of.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>Longest <see cref="Details"/>, in UTF-16 units.</summary>
    public const int MaxDetailsLength = 500;

    /// <summary>Identity; in order of time within one process.</summary>
    public required Guid Id { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>What happened.</summary>
    public required AuditKind Kind { get; init; }

    /// <summary>The account that did it; null when nobody was signed in, or for the product itself.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The account, board, workspace or link that it was done to; null when there is none beside the actor.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Network address it was asked from; empty when it was not asked over the network.</summary>
    public required string Source { get; init; }

    /// <summary>More in words, for those who read it; never a secret.</summary>
    public required string Details { get; init; }
}

/// <summary>What an audit entry tells. Stored by name: a name is never used for something else later.</summary>
public enum AuditKind
{
    /// <summary>A sign-in began.</summary>
    SignedIn,

    /// <summary>A sign-in was refused: wrong name, password or second step.</summary>
    SignInRefused,

    /// <summary>A limit was reached: too many tries or requests.</summary>
    LimitReached,

    /// <summary>A sign-in ended by its own wish.</summary>
    SignedOut,

    /// <summary>Other sign-ins of an account were ended.</summary>
    SignInsEnded,

    /// <summary>An account was made.</summary>
    AccountCreated,

    /// <summary>A password was changed by its owner.</summary>
    PasswordChanged,

    /// <summary>A link that sets a new password was made.</summary>
    ResetLinkMade,

    /// <summary>A password was set by such a link.</summary>
    PasswordReset,

    /// <summary>The second step was set up.</summary>
    SecondStepOn,

    /// <summary>The second step was given up or taken away.</summary>
    SecondStepOff,

    /// <summary>A recovery code was used in place of the second step.</summary>
    RecoveryCodeUsed,

    /// <summary>New recovery codes were made; the old ones ended.</summary>
    RecoveryCodesRenewed,

    /// <summary>A passkey was added.</summary>
    PasskeyAdded,

    /// <summary>A passkey was removed.</summary>
    PasskeyRemoved,

    /// <summary>An account was connected to an identity provider.</summary>
    ProviderConnected,

    /// <summary>An account was disconnected from an identity provider.</summary>
    ProviderDisconnected,

    /// <summary>An account was disabled.</summary>
    AccountDisabled,

    /// <summary>A disabled account was enabled again.</summary>
    AccountEnabled,

    /// <summary>An account and its personal data were deleted.</summary>
    AccountDeleted,

    /// <summary>Somebody became an administrator of the instance.</summary>
    AdministratorGranted,

    /// <summary>Somebody stopped being an administrator of the instance.</summary>
    AdministratorRevoked,

    /// <summary>Personal data was handed out to whom it is about.</summary>
    DataExported,

    /// <summary>Somebody asked for what they may not do or see.</summary>
    AccessRefused,

    /// <summary>A workspace, its people or a setting of the instance changed.</summary>
    DirectoryChanged,

    /// <summary>Who may open a board changed.</summary>
    BoardAccessChanged,

    /// <summary>A link for guests was made.</summary>
    GuestLinkMade,

    /// <summary>A link for guests was withdrawn.</summary>
    GuestLinkWithdrawn,

    /// <summary>A guest came in by a link.</summary>
    GuestLinkOpened,

    /// <summary>A token was made, with which programs push numbers.</summary>
    ApiTokenMade,

    /// <summary>Such a token was revoked.</summary>
    ApiTokenRevoked,

    /// <summary>The keys that protect sign-ins were revoked; everybody was signed out.</summary>
    KeysRevoked,

    /// <summary>A backup was made by hand.</summary>
    BackupMade,

    /// <summary>A backup was handed out.</summary>
    BackupDownloaded,

    /// <summary>A backup was brought in from outside.</summary>
    BackupUploaded,

    /// <summary>A backup was deleted by hand.</summary>
    BackupDeleted,

    /// <summary>A backup is to be restored at the next start.</summary>
    RestorePlanned,

    /// <summary>It is not to be restored any more.</summary>
    RestoreCancelled,

    /// <summary>The instance was put back to a backup; everybody was signed out.</summary>
    Restored,
}
