using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Boards;

/// <summary>Makes a kanban board in a workspace; its maker becomes its administrator.</summary>
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
        if (Columns.Count > Column.MaxPerBoard)
        {
            return new Rejection(RejectionCode.TooMany, "columns");
        }

        var board = new NewBoard(WorkspaceId, Name, Visibility, BoardKind.Kanban);
        if (await board.AddAsync(context, BoardId, cancellationToken) is { } refused)
        {
            return refused;
        }

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
            context.Log(ActivityKind.ColumnCreated, columnId: column.Id, after: columnName, position: position);
        }

        return null;
    }
}

/// <summary>A column that a new board begins with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Stage">Where work stands in it.</param>
public sealed record NewColumn(string Name, ColumnStage Stage);
