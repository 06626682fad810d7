using System.Security.Cryptography;
using System.Text.Json;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Commands;

/// <summary>
/// A user's wish to change a board. Says what is needed to do it and how it is done; the handler does the rest
/// (order, authorisation, exactly-once, saving). A command names only things of its own board; anything else is
/// treated as if it did not exist.
/// </summary>
public abstract record BoardCommand
{
    /// <summary>Made by whoever issues the command; a repeat with the same id has no further effect.</summary>
    public Guid CommandId { get; init; } = Guid.CreateVersion7();

    /// <summary>The board to change.</summary>
    public required Guid BoardId { get; init; }

    /// <summary>Role that the actor must have on the board.</summary>
    public abstract BoardRole RequiredRole { get; }

    /// <summary>A second board that the command changes, on which the actor must have the same role; null for none.</summary>
    public virtual Guid? OtherBoardId => null;

    /// <summary>All boards besides the first one that the command changes; the same role is needed on each.</summary>
    internal virtual IReadOnlyList<Guid> OtherBoardIds => OtherBoardId is { } other ? [other] : [];

    /// <summary>True when the command may change an archived board.</summary>
    internal virtual bool IsForArchivedBoard => false;

    /// <summary>The kind of board that the command is for, of the second one too; null for any.</summary>
    internal virtual BoardKind? ForKind => BoardKind.Kanban;

    /// <summary>True when the command counts something over all boards: then no other such command runs beside it.</summary>
    internal virtual bool IsForWholeInstance => false;

    /// <summary>True when the command works something out before its turn to write, see <see cref="PrepareAsync"/>.</summary>
    internal virtual bool IsPrepared => false;

    /// <summary>The actor's role as far as this command is concerned; a command that makes a board asks its workspace.</summary>
    internal virtual Task<BoardRole> GetRoleAsync(CommandAuthority authority, CancellationToken cancellationToken) =>
        authority.OnBoardAsync(BoardId, cancellationToken);

    /// <summary>Says that the actor may see these boards and not change them.</summary>
    internal virtual Task<Rejection> ForbidAsync(
        LiveBoardDbContext db,
        IReadOnlyList<Guid> boardIds,
        CancellationToken cancellationToken
    ) => Task.FromResult(new Rejection(RejectionCode.NotAllowed));

    /// <summary>Works out what takes long while others write. Reads only; what comes of it is given to <see cref="ExecuteAsync"/>.</summary>
    internal virtual Task<IPreparedCommand?> PrepareAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    ) => Task.FromResult<IPreparedCommand?>(null);

    /// <summary>Changes the tracked entities; the handler saves them.</summary>
    /// <returns>Why it cannot be done, or null. After a rejection nothing is saved.</returns>
    internal abstract Task<Rejection?> ExecuteAsync(BoardCommandContext context, CancellationToken cancellationToken);

    /// <summary>Fingerprint of the content: tells a repeat from another command under the same id.</summary>
    internal virtual string Hash() =>
        Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, GetType())));

    /// <summary>The same fingerprint without holding a command of many megabytes as one text.</summary>
    private protected string HashOfMuch()
    {
        using var sha = SHA256.Create();
        using (var content = new CryptoStream(Stream.Null, sha, CryptoStreamMode.Write))
        {
            JsonSerializer.Serialize(content, this, GetType());
        }

        return Convert.ToHexString(sha.Hash!);
    }
}
