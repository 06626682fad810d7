using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Core.Commands.Labels;
using LiveBoard.Core.Commands.Links;

namespace LiveBoard.Testing;

/// <summary>Random wishes about a board, from a seed; some of them cannot be done, as in life.</summary>
public sealed class RandomCommands(int seed, IReadOnlyList<Guid> people, Guid? otherBoardId = null)
{
    private readonly Random _random = new(seed);
    private readonly List<Guid> _seenCards = [];
    private readonly List<Guid> _seenColumns = [];
    private int _count;

    /// <summary>A wish about the board as it is now.</summary>
    public BoardCommand Next(BoardSnapshot board, BoardSnapshot? other = null)
    {
        _seenCards.AddRange(board.Cards.Keys.Except(_seenCards).ToList());
        _seenColumns.AddRange(board.Columns.Select(c => c.Id).Except(_seenColumns).ToList());
        var id = board.Id;
        var text = $"Text {++_count}";
        return _random.Next(27) switch
        {
            0 or 1 => new AddCards
            {
                BoardId = id,
                ColumnId = AnyColumn(),
                Titles = [text, text + " b"],
                IsAtTop = Flip(),
            },
            2 or 3 or 4 or 5 => new MoveCard
            {
                BoardId = id,
                CardId = AnyCard(),
                ToColumnId = AnyColumn(),
                AfterCardId = Flip() ? AnyCard() : null,
                BeforeCardId = Flip() ? AnyCard() : null,
            },
            6 => new RenameCard
            {
                BoardId = id,
                CardId = AnyCard(),
                Title = text,
            },
            7 => new DescribeCard
            {
                BoardId = id,
                CardId = AnyCard(),
                Description = text,
            },
            8 => new SetCardDue
            {
                BoardId = id,
                CardId = AnyCard(),
                DueAt = Flip() ? DateTime.UnixEpoch.AddDays(_count) : null,
                IsDone = Flip(),
            },
            9 => new AddLabel
            {
                BoardId = id,
                Name = text,
                Color = (LabelColor)_random.Next(10),
            },
            10 or 11 => new SetCardLabel
            {
                BoardId = id,
                CardId = AnyCard(),
                LabelId = Any(board.Labels.Keys),
                IsOn = _random.Next(3) > 0,
            },
            12 => new ChangeLabel
            {
                BoardId = id,
                LabelId = Any(board.Labels.Keys),
                Name = text,
                Color = (LabelColor)_random.Next(10),
            },
            13 => new DeleteLabel { BoardId = id, LabelId = Any(board.Labels.Keys) },
            14 or 15 => new SetCardAssignee
            {
                BoardId = id,
                CardId = AnyCard(),
                PersonId = Any(people),
                IsOn = _random.Next(3) > 0,
            },
            16 => new ShelveCards
            {
                BoardId = id,
                CardIds = [AnyCard()],
                To = (CardShelf)_random.Next(3),
            },
            17 => new DuplicateCard { BoardId = id, CardId = AnyCard() },
            18 => new AddColumn
            {
                BoardId = id,
                Name = text,
                BeforeColumnId = Flip() ? AnyColumn() : null,
            },
            19 => new MoveColumn
            {
                BoardId = id,
                ColumnId = AnyColumn(),
                BeforeColumnId = Flip() ? AnyColumn() : null,
            },
            20 => Flip()
                ? new ArchiveColumn { BoardId = id, ColumnId = AnyColumn() }
                : new RestoreColumn { BoardId = id, ColumnId = AnyColumn() },
            22 or 23 or 24 or 25 => Link(id, other),
            26 => new SetColumnStage
            {
                BoardId = id,
                ColumnId = AnyColumn(),
                Stage = (ColumnStage)_random.Next(3),
            },
            _ => other is null || otherBoardId is not { } otherId
                ? new ChangeBoard { BoardId = id, Name = text }
                : new MoveCardToBoard
                {
                    BoardId = id,
                    CardId = AnyCard(),
                    ToBoardId = otherId,
                    ToColumnId = Any(other.Columns.Select(c => c.Id)),
                },
        };
    }

    /// <summary>To a card of this board or of the other one, which may move here later.</summary>
    private LinkCards Link(Guid id, BoardSnapshot? other)
    {
        var isFar = other is not null && _random.Next(3) == 0;
        return new()
        {
            BoardId = id,
            CardId = AnyCard(),
            ToBoardId = isFar ? other!.Id : null,
            ToCardId = isFar ? Any(other!.Cards.Keys) : AnyCard(),
            Kind = _random.Next(4) > 0 ? CardLinkKind.Blocks : CardLinkKind.Relates,
            IsBackwards = Flip(),
            IsOn = _random.Next(4) > 0,
        };
    }

    private bool Flip() => _random.Next(2) == 0;

    private Guid AnyCard() => Any(_seenCards);

    private Guid AnyColumn() => Any(_seenColumns);

    private Guid Any(IEnumerable<Guid> ids)
    {
        var all = ids as IReadOnlyList<Guid> ?? [.. ids];
        return all.Count == 0 ? Guid.Empty : all[_random.Next(all.Count)];
    }
}
