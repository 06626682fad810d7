using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Boards;

/// <summary>An empty board of either kind that is about to be made; its maker becomes its administrator.</summary>
internal readonly record struct NewBoard(Guid WorkspaceId, string Name, BoardVisibility Visibility, BoardKind Kind)
{
    /// <summary>Makes it the context's board.</summary>
    /// <returns>Why it cannot be, or null.</returns>
    public async Task<Rejection?> AddAsync(
        BoardCommandContext context,
        Guid boardId,
        CancellationToken cancellationToken
    )
    {
        if (await context.Db.Boards.AnyAsync(b => b.Id == boardId, cancellationToken))
        {
            return new Rejection(RejectionCode.ValueInvalid, "board");
        }

        if (TextRules.Line(Name, Board.MaxNameLength, "name", out var name) is { } invalid)
        {
            return invalid;
        }

        context.Board = new Board
        {
            Id = boardId,
            WorkspaceId = WorkspaceId,
            Kind = Kind,
            Name = name,
            Visibility = Visibility,
            CreatedAt = context.Now,
        };
        context.Board.Members.Add(
            new BoardMember
            {
                BoardId = boardId,
                PersonId = context.Actor.PersonId,
                Role = BoardRole.Admin,
            }
        );
        context.Db.Boards.Add(context.Board);
        context.Log(ActivityKind.BoardCreated, after: name);
        return null;
    }
}
