using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Bulk;

/// <summary>
/// Changes many cards alike, in one commit that is painted and taken back as one: all of them or none. Cards of other boards
/// of the workspace can be among them; then the same role is needed on each of these boards.
/// </summary>
public sealed record ChangeCards : BoardCommand
{
    /// <summary>The cards of the board, in the order in which they are to stand after a move.</summary>
    public required IReadOnlyList<Guid> CardIds { get; init; }

    /// <summary>The cards of other boards.</summary>
    public IReadOnlyList<CardsElsewhere> Elsewhere { get; init; } = [];

    /// <summary>Where they go; null to leave them where they are.</summary>
    public CardsMove? Move { get; init; }

    /// <summary>Labels to put on those that do not have them.</summary>
    public IReadOnlyList<Guid> LabelsOn { get; init; } = [];

    /// <summary>Labels to take off.</summary>
    public IReadOnlyList<Guid> LabelsOff { get; init; } = [];

    /// <summary>People to give them to.</summary>
    public IReadOnlyList<Guid> PeopleOn { get; init; } = [];

    /// <summary>People to take them from.</summary>
    public IReadOnlyList<Guid> PeopleOff { get; init; } = [];

    /// <summary>When work is planned to start; null to leave it.</summary>
    public DateWish? Start { get; init; }

    /// <summary>When they are due; null to leave it.</summary>
    public DateWish? Due { get; init; }

    /// <summary>Whether their due dates have been met; null to leave it. Cards without one stay as they are.</summary>
    public bool? IsDone { get; init; }

    /// <summary>A value of a custom field; null to leave it.</summary>
    public FieldWish? Field { get; init; }

    /// <summary>To the archive, into the trash or back; null to leave them where they are.</summary>
    public CardShelf? Shelf { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Editor;

    internal override IReadOnlyList<Guid> OtherBoardIds => [.. Elsewhere.Select(e => e.BoardId)];

    internal override async Task<Rejection> ForbidAsync(
        LiveBoardDbContext db,
        IReadOnlyList<Guid> boardIds,
        CancellationToken cancellationToken
    )
    {
        var cardIds = CardIds.Concat(Elsewhere.SelectMany(e => e.CardIds)).Distinct().ToList();
        var names = await db
            .Cards.Where(c => boardIds.Contains(c.BoardId) && EF.Parameter(cardIds).Contains(c.Id))
            .OrderBy(c => c.Number)
            .Select(c => c.Title)
            .ToListAsync(cancellationToken);
        return new Rejection(RejectionCode.NotAllowed) { Names = names };
    }

    /// <inheritdoc />
    internal override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        if (CheckWhole(context) is { } unfit)
        {
            return unfit;
        }

        var undo = new PatchCards { BoardId = BoardId, Patches = [] };
        var others = Elsewhere.Select(e => (context.OtherBoards.First(b => b.Id == e.BoardId), e.CardIds));
        foreach (var (board, cardIds) in others.Prepend((context.Board, CardIds)))
        {
            var there = context.On(board);
            var (inverse, refused) = await ChangeAsync(there, cardIds, cancellationToken);
            if (refused is not null)
            {
                return refused;
            }

            undo =
                board == context.Board
                    ? undo with
                    {
                        Patches = inverse,
                    }
                    : undo with
                    {
                        Elsewhere = [.. undo.Elsewhere, new PatchesElsewhere(board.Id, inverse)],
                    };
        }

        context.Undo = undo;
        return null;
    }

    private Rejection? CheckWhole(BoardCommandContext context)
    {
        if (CardIds.Count + Elsewhere.Sum(e => e.CardIds.Count) > BulkLimits.MaxCards)
        {
            return BulkLimits.TooMany;
        }

        if (context.OtherBoards.FirstOrDefault(b => b.IsArchived) is { } archived)
        {
            return new Rejection(RejectionCode.BoardArchived, archived.Name);
        }

        var isOneWorkspace = context.OtherBoards.All(b => b.WorkspaceId == context.Board.WorkspaceId);
        var isEachOnce = Elsewhere.Select(e => e.BoardId).Append(BoardId).Distinct().Count() == Elsewhere.Count + 1;
        if (!isOneWorkspace || !isEachOnce || (Move is not null && Elsewhere.Count > 0))
        {
            return new Rejection(RejectionCode.ValueInvalid, "board");
        }

        return Start?.Check("start date")
            ?? Due?.Check("due date")
            ?? (Shelf is { } to && !Enum.IsDefined(to) ? new Rejection(RejectionCode.ValueInvalid, "shelf") : null);
    }

    private async Task<(IReadOnlyList<CardPatch> Inverse, Rejection? Refused)> ChangeAsync(
        BoardCommandContext context,
        IReadOnlyList<Guid> cardIds,
        CancellationToken cancellationToken
    )
    {
        var ids = cardIds.Distinct().ToList();
        var cards = await CardBatch.ReadAsync(context, ids, cancellationToken);
        if (cards.Count < ids.Count || cards.Values.Any(c => !c.IsOnBoard && Shelf is null))
        {
            return ([], new Rejection(RejectionCode.CardNotFound));
        }

        var maker = new CardPatchMaker(this, context);
        if (await maker.PrepareAsync([.. ids.Select(id => cards[id])], cancellationToken) is { } refused)
        {
            return ([], refused);
        }

        var patches = ids.Select(id => maker.PatchOf(cards[id])).Where(p => !p.IsEmpty).ToList();
        var patcher = new CardPatcher(context, cards);
        return (await patcher.ApplyAsync(patches, cancellationToken)) is { } wrong
            ? ([], wrong)
            : (patcher.Inverse, null);
    }
}
