using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Core.Commands.Labels;
using LiveBoard.Core.Commands.Links;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>One command of each type that changes a board, each of which would have an effect.</summary>
internal static partial class EveryCommand
{
    /// <param name="board">The board; needs a label, and two columns with a card in the first.</param>
    /// <param name="actor">Whoever will issue the commands; in the board's workspace.</param>
    /// <param name="other">Another board, for the command that needs two; none means one that is not there.</param>
    /// <param name="colleague">Somebody else of the workspace; none means a person who is not there.</param>
    public static IEnumerable<BoardCommand> On(
        BoardSnapshot board,
        Actor actor,
        BoardSnapshot? other = null,
        Actor? colleague = null
    )
    {
        var id = board.Id;
        var column = board.Columns[0].Id;
        var card = board.Columns[0].Cards[0].Id;
        var label = board.Labels.Keys.First();
        foreach (var part in OnParts(id, card, actor))
        {
            yield return part;
        }

        foreach (var many in OnMany(board, actor).Concat(OnRows(board)))
        {
            yield return many;
        }

        yield return new LinkCards
        {
            BoardId = id,
            CardId = card,
            ToBoardId = other?.Id ?? Guid.CreateVersion7(),
            ToCardId = other?.Columns[0].Cards[0].Id ?? card,
            Kind = CardLinkKind.Blocks,
        };
        yield return new ArchiveBoard { BoardId = id, IsArchived = true };
        yield return new ChangeBoard { BoardId = id, Name = "New" };
        yield return new SetBoardAccess
        {
            BoardId = id,
            Visibility = BoardVisibility.Private,
            WorkspaceRole = BoardRole.Viewer,
        };
        yield return new SetBoardMember
        {
            BoardId = id,
            PersonId = colleague?.PersonId ?? Guid.CreateVersion7(),
            Role = BoardRole.Editor,
        };
        yield return new AddCards
        {
            BoardId = id,
            ColumnId = column,
            Titles = ["New"],
        };
        yield return new SetCardCover
        {
            BoardId = id,
            CardId = card,
            Cover = LabelColor.Sky,
        };
        yield return new SetCardStart
        {
            BoardId = id,
            CardId = card,
            StartAt = DateTime.UnixEpoch,
        };
        yield return new DescribeCard
        {
            BoardId = id,
            CardId = card,
            Description = "New",
        };
        yield return new DuplicateCard { BoardId = id, CardId = card };
        yield return new MoveCard
        {
            BoardId = id,
            CardId = card,
            ToColumnId = board.Columns[1].Id,
        };
        yield return new MoveCardToBoard
        {
            BoardId = id,
            CardId = card,
            ToBoardId = other?.Id ?? Guid.CreateVersion7(),
            ToColumnId = other?.Columns[0].Id ?? column,
        };
        yield return new RenameCard
        {
            BoardId = id,
            CardId = card,
            Title = "New",
        };
        yield return new SetCardAssignee
        {
            BoardId = id,
            CardId = card,
            PersonId = actor.PersonId,
            IsOn = true,
        };
        yield return new SetCardDue
        {
            BoardId = id,
            CardId = card,
            DueAt = DateTime.UnixEpoch,
        };
        yield return new SetCardLabel
        {
            BoardId = id,
            CardId = card,
            LabelId = label,
            IsOn = true,
        };
        yield return new ShelveCards
        {
            BoardId = id,
            CardIds = [card],
            To = CardShelf.Trash,
        };
        yield return new AddColumn { BoardId = id, Name = "New" };
        yield return new ArchiveColumn { BoardId = id, ColumnId = column };
        yield return new MoveColumn { BoardId = id, ColumnId = column };
        yield return new RenameColumn
        {
            BoardId = id,
            ColumnId = column,
            Name = "New",
        };
        yield return new RestoreColumn { BoardId = id, ColumnId = column };
        yield return new SetColumnLimit
        {
            BoardId = id,
            ColumnId = column,
            Limit = 5,
        };
        yield return new SetColumnStage
        {
            BoardId = id,
            ColumnId = column,
            Stage = ColumnStage.Done,
        };
        yield return new AddLabel
        {
            BoardId = id,
            Name = "New",
            Color = LabelColor.Sky,
        };
        yield return new ChangeLabel
        {
            BoardId = id,
            LabelId = label,
            Name = "New",
            Color = LabelColor.Sky,
        };
        yield return new DeleteLabel { BoardId = id, LabelId = label };
    }

    /// <summary>The types that the product has.</summary>
    public static IEnumerable<Type> Types =>
        typeof(BoardCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(BoardCommand)) && !t.IsAbstract);
}
