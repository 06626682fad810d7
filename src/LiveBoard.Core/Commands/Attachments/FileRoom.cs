using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Attachments;

/// <summary>Whether there is room for files on a board. Asked in the board's turn, so that two cannot take the same room.</summary>
internal static class FileRoom
{
    /// <summary>Why so many more bytes find no place on the board, or null.</summary>
    public static async Task<Rejection?> CheckOnBoardAsync(
        BoardCommandContext context,
        long joining,
        CancellationToken cancellationToken
    )
    {
        var used = await OnBoard(context.Db, context.Board.Id).SumAsync(a => a.Size, cancellationToken);
        return used + joining > context.Quotas.Board ? new Rejection(RejectionCode.BoardFilesFull) : null;
    }

    /// <summary>Why so many more bytes find no place anywhere, or null.</summary>
    public static async Task<Rejection?> CheckInInstanceAsync(
        BoardCommandContext context,
        long joining,
        CancellationToken cancellationToken
    )
    {
        var used = await context.Db.Attachments.SumAsync(a => a.Size, cancellationToken);
        return used + joining > context.Quotas.Instance ? new Rejection(RejectionCode.InstanceFilesFull) : null;
    }

    private static IQueryable<Attachment> OnBoard(LiveBoardDbContext db, Guid boardId) =>
        from attachment in db.Attachments
        where attachment.FileId != null
        join card in db.Cards on attachment.CardId equals card.Id
        where card.BoardId == boardId
        select attachment;
}
