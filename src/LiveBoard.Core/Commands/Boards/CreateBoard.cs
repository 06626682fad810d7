using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Boards;

/// <summary>Makes a board in a workspace; its maker becomes its administrator.</summary>
public sealed record CreateBoard : BoardCommand
{
    /// <summary>The workspace; the actor must be in it.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Who besides its members may open it.</summary>
    public BoardVisibility Visibility { get; init; } = BoardVisibility.Workspace;

    /// <summary>Columns to begin with, in order.</summary>
    public IReadOnlyList<NewColumn> Columns { get; init; } = [];

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Admin;

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

        if (TextRules.Line(Name, Board.MaxNameLength, "name", out var name) is { } invalid)
        {
            return invalid;
        }

        if (Columns.Count > Column.MaxPerBoard)
        {
            return new Rejection(RejectionCode.TooMany, "columns");
        }

        context.Board = new Board
        {
            Id = BoardId,
            WorkspaceId = WorkspaceId,
            Name = name,
            Visibility = Visibility,
            CreatedAt = context.Now,
        };
        context.Board.Members.Add(
            new BoardMember
            {
                BoardId = BoardId,
                PersonId = context.Actor.PersonId,
                Role = BoardRole.Admin,
            }
        );
        context.Db.Boards.Add(context.Board);
        context.Log(ActivityKind.BoardCreated, after: name);
        foreach (var (given, position) in Columns.Zip(CardPosition.Spread(Columns.Count)))
        {
            if (TextRules.Line(given.Name, Column.MaxNameLength, "name", out var columnName) is { } wrong)
            {
                return wrong;
            }

            var column = new Column
            {
                Id = Guid.CreateVersion7(),
                BoardId = BoardId,
                Name = columnName,
                Position = position,
                Stage = given.Stage,
            };
            context.Db.Columns.Add(column);
            context.Log(ActivityKind.ColumnCreated, columnId: column.Id, after: columnName);
        }

        return null;
    }
}

/// <summary>A column that a new board begins with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Stage">Where work stands in it.</param>
public sealed record NewColumn(string Name, ColumnStage Stage);
