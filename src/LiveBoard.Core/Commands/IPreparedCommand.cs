namespace LiveBoard.Core.Commands;

/// <summary>
/// What a command worked out before its turn to write, so that others write meanwhile. Good as long as nobody commits to the
/// board in between.
/// </summary>
internal interface IPreparedCommand
{
    /// <summary>The board version that it was worked out for.</summary>
    long Version { get; }
}
