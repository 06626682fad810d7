namespace LiveBoard.Web.Backups;

/// <summary>A backup could not be made, read or restored; nothing was left behind. The message is for people.</summary>
internal sealed class BackupException(BackupFault fault, string? detail = null, Exception? cause = null)
    : Exception(BackupWords.Of(fault, detail), cause)
{
    public BackupFault Fault => fault;
}

/// <summary>What can be wrong with a backup, or with making one.</summary>
internal enum BackupFault
{
    /// <summary>The database is PostgreSQL, which has its own.</summary>
    NotSupported,

    /// <summary>One is being made already.</summary>
    Busy,

    /// <summary>There is no such backup.</summary>
    NotThere,

    /// <summary>There is not enough room on the disk.</summary>
    NoRoom,

    /// <summary>The database is of another version of the program.</summary>
    OtherVersion,

    /// <summary>The file cannot be read as a backup at all.</summary>
    NotABackup,

    /// <summary>It holds something that a backup does not hold, lacks something, or has it twice.</summary>
    PartUnexpected,

    /// <summary>Something in it is not what it was when the backup was made.</summary>
    PartDamaged,

    /// <summary>The database in it is not whole.</summary>
    DatabaseDamaged,

    /// <summary>A newer program made it.</summary>
    Newer,

    /// <summary>The disk or the operating system refused.</summary>
    System,
}
