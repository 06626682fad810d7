namespace LiveBoard.Core.Data;

/// <summary>Settings of the whole instance that administrators change while it runs. One row.</summary>
public sealed class InstanceSettings
{
    /// <summary>The only row's key.</summary>
    public const int OnlyId = 1;

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; init; } = OnlyId;

    /// <summary>True when anybody who reaches the sign-in page may make an account.</summary>
    public bool IsRegistrationOpen { get; set; }

    /// <summary>Who must sign in with more than a password.</summary>
    public SecondStepDemand SecondStepDemand { get; set; }

    /// <summary>True when no backup is made but by hand.</summary>
    public bool IsBackupOff { get; set; }

    /// <summary>Hour of the day at which the daily backup is made; null for the default.</summary>
    public int? BackupHour { get; set; }

    /// <summary>How many daily backups are kept; null for the default.</summary>
    public int? BackupsKept { get; set; }
}

/// <summary>Who must sign in with more than a password; each includes the ones before it.</summary>
public enum SecondStepDemand
{
    /// <summary>Nobody has to; everybody may.</summary>
    Nobody,

    /// <summary>Administrators of the instance.</summary>
    Administrators,

    /// <summary>Owners of any workspace as well.</summary>
    Owners,

    /// <summary>Every account.</summary>
    Everybody,
}
