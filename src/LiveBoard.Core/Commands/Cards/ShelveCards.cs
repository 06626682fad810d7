using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>Where a card can be taken to from the board, and back.</summary>
public enum CardShelf
{
    /// <summary>On the board.</summary>
    Board,

    /// <summary>In the archive.</summary>
    Archive,

    /// <summary>In the trash.</summary>
    Trash,
}

/// <summary>Archives cards, deletes them into the trash, or brings them back, in one commit.</summary>
public sealed record ShelveCards : BoardCommand
{
    /// <summary>Most cards at once.</summary>
    public const int MaxAtOnce = 1000;

    /// <summary>The cards.</summary>
    public required IReadOnlyList<Guid> CardIds { get; init; }

    /// <summary>Where they go.</summary>
    public required CardShelf To { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Editor;

    /// <inheritdoc />
    internal override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        if (CardIds.Count > MaxAtOnce)
        {
            return new Rejection(RejectionCode.TooMany, "cards");
        }

        var cards = await context
            .CardsWithLinks()
            .Where(c => CardIds.Contains(c.Id) && c.BoardId == BoardId)
            .ToListAsync(cancellationToken);
        if (cards.Count != CardIds.Distinct().Count())
        {
            return new Rejection(RejectionCode.CardNotFound);
        }

        var changing = cards.FindAll(c => ShelfOf(c) != To);
        if (To == CardShelf.Board && await CheckRoomAsync(context, changing, cancellationToken) is { } full)
        {
            return full;
        }

        if (changing.Count > 0)
        {
            context.Undo = this with
            {
                CommandId = Guid.CreateVersion7(),
                CardIds = changing.ConvertAll(c => c.Id),
                To = ShelfOf(changing[0]),
            };
        }

        changing.ForEach(card => Shelve(context, card, To));
        return null;
    }

    internal static CardShelf ShelfOf(Card card) =>
        card.DeletedAt is not null ? CardShelf.Trash
        : card.IsArchived ? CardShelf.Archive
        : CardShelf.Board;

    private static async Task<Rejection?> CheckRoomAsync(
        BoardCommandContext context,
        List<Card> returning,
        CancellationToken cancellationToken
    )
    {
        foreach (var group in returning.GroupBy(c => c.ColumnId))
        {
            if (await context.FindColumnAsync(group.Key, cancellationToken) is not { } column)
            {
                return new Rejection(RejectionCode.ColumnNotFound);
            }

            if (await WipLimit.CheckAsync(context, column, group.Count(), cancellationToken) is { } full)
            {
                return full;
            }
        }

        return null;
    }

    /// <summary>Takes one card there.</summary>
    internal static void Shelve(BoardCommandContext context, Card card, CardShelf to)
    {
        card.IsArchived = to == CardShelf.Archive;
        card.DeletedAt = to == CardShelf.Trash ? context.Now : null;
        var kind = to switch
        {
            CardShelf.Archive => ActivityKind.CardArchived,
            CardShelf.Trash => ActivityKind.CardDeleted,
            _ => ActivityKind.CardRestored,
        };
        context.Log(kind, card.Id, card.ColumnId, after: card.Title);
    }
}
