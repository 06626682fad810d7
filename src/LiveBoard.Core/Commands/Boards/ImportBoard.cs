using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Plans;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Boards;

/// <summary>
/// Makes a whole board from a plan in one commit: all of it or nothing, and one change set. Whoever imports becomes
/// its administrator; nobody else gains access by being named in it.
/// </summary>
public sealed record ImportBoard : BoardCommand
{
    /// <summary>The workspace; the actor must be in it.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The board to make.</summary>
    public required BoardPlan Plan { get; init; }

    /// <summary>Who besides its members may open it.</summary>
    public BoardVisibility Visibility { get; init; } = BoardVisibility.Workspace;

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Admin;

    /// <inheritdoc />
    internal override BoardKind? ForKind => null;

    /// <inheritdoc />
    internal override Task<BoardRole> GetRoleAsync(CommandAuthority authority, CancellationToken cancellationToken) =>
        authority.OnNewBoardAsync(WorkspaceId, cancellationToken);

    /// <inheritdoc />
    internal override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        if (await context.Db.Boards.AnyAsync(b => b.Id == BoardId, cancellationToken))
        {
            return new Rejection(RejectionCode.ValueInvalid, "board");
        }

        if (
            await PlanPeople.CheckAccountsAsync(context, Plan, WorkspaceId, Visibility, cancellationToken) is
            { } strange
        )
        {
            return strange;
        }

        var check = new PlanCheck();
        var board = MakeBoard(context, check);
        var rows = new PlanRows(BoardId, check);
        rows.Make(Plan);
        if (check.Rejection is not null)
        {
            return check.Rejection;
        }

        // Every row is new and told to the context as such; looking for changes would compare each of them in vain.
        context.Db.ChangeTracker.AutoDetectChangesEnabled = false;
        board.NextCardNumber = rows.NextCardNumber;
        context.Board = board;
        context.Db.Boards.Add(board);
        rows.AddTo(context.Db);
        context.Log(ActivityKind.BoardImported, before: Plan.Source, after: board.Name);
        return null;
    }

    /// <inheritdoc />
    internal override string Hash() => HashOfMuch();

    private Board MakeBoard(BoardCommandContext context, PlanCheck check)
    {
        var board = new Board
        {
            Id = BoardId,
            WorkspaceId = WorkspaceId,
            Name = check.Line(Plan.Name, Board.MaxNameLength, "name"),
            Description = check.LongText(Plan.Description, Board.MaxDescriptionLength, "description"),
            Visibility = Visibility,
            CreatedAt = context.Now,
        };
        board.Members.Add(
            new BoardMember
            {
                BoardId = BoardId,
                PersonId = context.Actor.PersonId,
                Role = BoardRole.Admin,
            }
        );
        return board;
    }
}
