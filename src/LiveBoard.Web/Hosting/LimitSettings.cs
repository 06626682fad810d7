namespace LiveBoard.Web.Hosting;

/// <summary>
/// How much one user or one source may ask for, from <c>LiveBoard:Limits</c>. The defaults suit people; load tests
/// raise them. A source is an IPv4 address or an IPv6 /64, because one subscriber has a whole /64.
/// </summary>
internal sealed class LimitSettings
{
    public const string Section = "LiveBoard:Limits";

    /// <summary>Tries to sign in as one user from one source. Keyed by both, so that nobody can lock another person out.</summary>
    public int SignInsPerMinute { get; init; } = 10;

    /// <summary>Tries to sign in from one source as whomever; an office behind one address shares it.</summary>
    public int SignInsPerMinuteAndSource { get; init; } = 100;

    /// <summary>Codes tried as the second step of one account, from wherever.</summary>
    public int SecondStepsPerHour { get; init; } = 30;

    /// <summary>Links for a new password mailed to one address.</summary>
    public int ResetsPerHour { get; init; } = 3;

    /// <summary>Accounts made from one source.</summary>
    public int RegistrationsPerHour { get; init; } = 5;

    /// <summary>Tries of the set-up code from one source.</summary>
    public int SetupTriesPerMinute { get; init; } = 5;

    /// <summary>New live connections from one source, counted in bursts: a team comes back at once after a restart.</summary>
    public int ConnectionsPerMinute { get; init; } = 600;

    /// <summary>New live connections of one user: each page they may have open comes back once, and a few more.</summary>
    public int ConnectionsPerMinuteAndUser { get; init; } = 30;

    /// <summary>Files that one user may send.</summary>
    public int UploadsPerMinute { get; init; } = 60;

    /// <summary>Pushes of numbers with one token.</summary>
    public int PushesPerMinute { get; init; } = 120;

    /// <summary>Pushes from one source, with whatever token or none.</summary>
    public int PushesPerMinuteAndSource { get; init; } = 600;

    /// <summary>Files that are read for import at the same moment, of all users; further ones wait for their turn.</summary>
    public int ImportsAtOnce { get; init; } = 2;

    /// <summary>Live pages that one user may have open.</summary>
    public int CircuitsPerUser { get; init; } = 20;

    /// <summary>Live pages from one source.</summary>
    public int CircuitsPerSource { get; init; } = 100;
}
