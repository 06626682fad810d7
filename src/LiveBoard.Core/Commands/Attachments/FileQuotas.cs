namespace LiveBoard.Core.Commands.Attachments;

/// <summary>How much room attached files may take, in bytes. What was taken away counts until it is gone from the disk, too.</summary>
/// <param name="File">The largest file.</param>
/// <param name="Board">All files of one board.</param>
/// <param name="Instance">All files there are.</param>
public sealed record FileQuotas(long File, long Board, long Instance)
{
    /// <summary>25 MB, 1 GB and 20 GB.</summary>
    public static FileQuotas Default { get; } = new(25L << 20, 1L << 30, 20L << 30);

    /// <summary>Says that a file is larger than one may be.</summary>
    public Rejection TooLarge => new(RejectionCode.FileTooLarge, $"{File >> 20} MB");
}
