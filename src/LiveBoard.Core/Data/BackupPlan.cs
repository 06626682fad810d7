using System.Globalization;

namespace LiveBoard.Core.Data;

/// <summary>When backups are made by themselves, and how many of them are kept.</summary>
/// <param name="IsDaily">False when none is made but by hand.</param>
/// <param name="Hour">Hour of the day in the instance's time zone, 0 to 23.</param>
/// <param name="Kept">How many are kept; older ones go when a new one is whole.</param>
public sealed record BackupPlan(bool IsDaily, int Hour, int Kept)
{
    /// <summary>The most that can be kept.</summary>
    public const int MaxKept = 100;

    /// <summary>What is done until somebody decides otherwise: who never thought of backups needs one most.</summary>
    public static readonly BackupPlan Default = new(IsDaily: true, Hour: 3, Kept: 7);

    /// <summary>True when there is such an hour, and at least one is kept.</summary>
    public bool IsPossible => Hour is >= 0 and < 24 && Kept is >= 1 and <= MaxKept;

    /// <summary>What the settings say; the default where they say nothing.</summary>
    public static BackupPlan Of(InstanceSettings? settings) =>
        new(
            settings is not { IsBackupOff: true },
            settings?.BackupHour ?? Default.Hour,
            settings?.BackupsKept ?? Default.Kept
        );

    internal string ToAudit() =>
        IsDaily ? string.Create(CultureInfo.InvariantCulture, $"daily at {Hour}:00, {Kept} kept") : "off";

    internal void Write(InstanceSettings settings) =>
        (settings.IsBackupOff, settings.BackupHour, settings.BackupsKept) = (!IsDaily, Hour, Kept);
}
