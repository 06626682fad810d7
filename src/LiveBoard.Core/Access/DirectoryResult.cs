namespace LiveBoard.Core.Access;

/// <summary>What came of a wish to change people, workspaces or bookmarks. Done means committed and durable.</summary>
/// <param name="Refusal">Why it was not done, or null.</param>
public readonly record struct DirectoryResult(DirectoryRefusal? Refusal)
{
    /// <summary>True when everything is as wished.</summary>
    public bool IsDone => Refusal is null;
}

/// <summary>The same with what was made.</summary>
/// <typeparam name="T">What is made.</typeparam>
/// <param name="Value">What was made; the default after a refusal.</param>
/// <param name="Refusal">Why it was not done, or null.</param>
public readonly record struct DirectoryResult<T>(T? Value, DirectoryRefusal? Refusal)
{
    /// <summary>True when everything is as wished.</summary>
    public bool IsDone => Refusal is null;
}

/// <summary>Why something was not done. A normal outcome, not an error of the program.</summary>
public enum DirectoryRefusal
{
    /// <summary>There is no such thing, as far as the actor may know.</summary>
    NotFound,

    /// <summary>The actor's role does not allow it.</summary>
    NotAllowed,

    /// <summary>Nobody changes their own role.</summary>
    OwnRole,

    /// <summary>Nobody does to their own account what administrators do to others'.</summary>
    OwnAccount,

    /// <summary>The instance keeps an administrator.</summary>
    LastAdministrator,

    /// <summary>A workspace keeps an owner.</summary>
    LastOwner,

    /// <summary>The person is in the workspace already.</summary>
    AlreadyMember,

    /// <summary>The name is empty, too long, or holds characters that cannot be stored.</summary>
    NameInvalid,

    /// <summary>A value is outside its range.</summary>
    ValueInvalid,

    /// <summary>A series' key is empty, too long, or holds something else than a-z, 0-9, dash, underscore and dot.</summary>
    MetricKeyInvalid,

    /// <summary>Another series of the workspace has the key.</summary>
    MetricKeyTaken,

    /// <summary>A series' unit is too long, or holds characters that cannot be stored.</summary>
    MetricUnitInvalid,

    /// <summary>A number is not finite.</summary>
    MetricValueInvalid,

    /// <summary>A point's time is before the year 2000 or more than a day ahead.</summary>
    MetricTimeInvalid,

    /// <summary>The series has another point at this time.</summary>
    MetricTimeTaken,

    /// <summary>The workspace has as many series as it may.</summary>
    TooManyMetrics,

    /// <summary>The workspace has as many tokens as it may.</summary>
    TooManyTokens,

    /// <summary>A token ends before it begins.</summary>
    TokenEndInvalid,

    /// <summary>The invitation does not exist, has been used, or is too old.</summary>
    InvitationInvalid,

    /// <summary>Others were writing all the time; try again.</summary>
    Busy,
}
