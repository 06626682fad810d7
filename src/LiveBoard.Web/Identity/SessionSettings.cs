namespace LiveBoard.Web.Identity;

/// <summary>How long a sign-in is good, from <c>LiveBoard:Sessions</c>. The defaults are ASVS 5.0's suggestion for level 2, rounded.</summary>
internal sealed class SessionSettings
{
    public const string Section = "LiveBoard:Sessions";

    public const string Refusal =
        "LiveBoard:Sessions: IdleDays and AbsoluteDays are days, from 1 to 366, and AbsoluteDays is not the smaller one; "
        + "ConfirmMinutes are minutes, from 1 to 60.";

    private const int MaxDays = 366;

    /// <summary>Days without use after which it ends. An open page is use.</summary>
    public int IdleDays { get; init; } = 14;

    /// <summary>Days after which it ends in any case, under open pages as well.</summary>
    public int AbsoluteDays { get; init; } = 90;

    /// <summary>Minutes for which sensitive changes are not asked about again, after signing in or confirming.</summary>
    public int ConfirmMinutes { get; init; } = 10;

    public TimeSpan Idle => TimeSpan.FromDays(IdleDays);

    public TimeSpan Absolute => TimeSpan.FromDays(AbsoluteDays);

    public TimeSpan ConfirmationLasts => TimeSpan.FromMinutes(ConfirmMinutes);

    public static bool AreUsable(SessionSettings settings) =>
        settings.IdleDays >= 1
        && settings.AbsoluteDays <= MaxDays
        && settings.IdleDays <= settings.AbsoluteDays
        && settings.ConfirmMinutes is >= 1 and <= 60;
}
