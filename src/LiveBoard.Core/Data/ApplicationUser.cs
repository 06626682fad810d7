using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Core.Data;

/// <summary>An account: what signs in. Its public face is the <see cref="Boards.Person"/> with the same id.</summary>
public sealed class ApplicationUser : IdentityUser<Guid>
{
    /// <summary>True for an administrator of the instance: manages accounts, workspaces and settings.</summary>
    public bool IsAdministrator { get; set; }

    /// <summary>True when the account may not sign in or do anything.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>Secret of the authenticator app, protected; null without one.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>The last time step whose code was used: a code is good once.</summary>
    public long LastTotpStep { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }
}
