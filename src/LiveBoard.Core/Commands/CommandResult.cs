namespace LiveBoard.Core.Commands;

/// <summary>What became of a command.</summary>
/// <param name="Status">The outcome.</param>
/// <param name="Version">Board version after it; 0 when nothing was or had been changed.</param>
/// <param name="Rejection">Why it was not done; null when it was.</param>
/// <param name="Undo">The command that takes it back, ready to be issued by the same actor; null when there is none.</param>
public sealed record CommandResult(
    CommandStatus Status,
    long Version = 0,
    Rejection? Rejection = null,
    BoardCommand? Undo = null
)
{
    /// <summary>True when the board is as the command wishes.</summary>
    public bool IsDone => Rejection is null;
}

/// <summary>The outcomes a command can have.</summary>
public enum CommandStatus
{
    /// <summary>Committed, durable, and on its way to everyone.</summary>
    Done,

    /// <summary>The board already was as wished; nothing was written.</summary>
    Unchanged,

    /// <summary>Had been done before under the same command id; nothing was written now.</summary>
    Repeated,

    /// <summary>Not done, see the rejection; nothing was written.</summary>
    Rejected,
}
