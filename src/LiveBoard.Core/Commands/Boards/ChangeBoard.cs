using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Boards;

/// <summary>Gives a board another name and description.</summary>
public sealed record ChangeBoard : BoardCommand
{
    /// <summary>The new name.</summary>
    public required string Name { get; init; }

    /// <summary>The new description; null to keep it.</summary>
    public string? Description { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Admin;

    /// <inheritdoc />
    internal override BoardKind? ForKind => null;

    /// <inheritdoc />
    internal override Task<Rejection?> ExecuteAsync(BoardCommandContext context, CancellationToken cancellationToken) =>
        Task.FromResult(Change(context));

    private Rejection? Change(BoardCommandContext context)
    {
        var board = context.Board;
        if (TextRules.Line(Name, Board.MaxNameLength, "name", out var name) is { } invalidName)
        {
            return invalidName;
        }

        if (
            TextRules.LongText(
                Description ?? board.Description,
                Board.MaxDescriptionLength,
                "description",
                out var description
            ) is
            { } invalid
        )
        {
            return invalid;
        }

        if (board.Name != name || board.Description != description)
        {
            context.Log(ActivityKind.BoardRenamed, before: board.Name, after: name);
            context.Undo = this with
            {
                CommandId = Guid.CreateVersion7(),
                Name = board.Name,
                Description = board.Description,
            };
            board.Name = name;
            board.Description = description;
        }

        return null;
    }
}
