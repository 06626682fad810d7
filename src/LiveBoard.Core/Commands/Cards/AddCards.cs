using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>Puts new cards, one per title, at the end of a column or at its top, in one commit.</summary>
public sealed record AddCards : BoardCommand
{
    /// <summary>Most cards made at once.</summary>
    public const int MaxAtOnce = 500;

    /// <summary>The column.</summary>
    public required Guid ColumnId { get; init; }

    /// <summary>One title per card, in order.</summary>
    public required IReadOnlyList<string> Titles { get; init; }

    /// <summary>True for the top of the column.</summary>
    public bool IsAtTop { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Editor;

    /// <inheritdoc />
    internal override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        if (await context.FindColumnAsync(ColumnId, cancellationToken) is not { } column)
        {
            return new Rejection(RejectionCode.ColumnNotFound);
        }

        var held = context.Board.NextCardNumber - 1;
        if (Titles.Count > MaxAtOnce || held + Titles.Count > Card.MaxPerBoard)
        {
            return new Rejection(RejectionCode.TooMany, "cards");
        }

        if (await WipLimit.CheckAsync(context, column, Titles.Count, cancellationToken) is { } full)
        {
            return full;
        }

        var inColumn = context.Db.Cards.Where(c => c.ColumnId == ColumnId);
        var low = IsAtTop ? null : await inColumn.MaxAsync(c => (string?)c.Position, cancellationToken);
        var high = IsAtTop ? await inColumn.MinAsync(c => (string?)c.Position, cancellationToken) : null;
        foreach (var given in Titles)
        {
            if (TextRules.Line(given, Card.MaxTitleLength, "title", out var title) is { } invalid)
            {
                return invalid;
            }

            low = CardPosition.Between(low, high);
            Add(context, Guid.CreateVersion7(), title, new CardPlace(ColumnId, low));
        }

        return null;
    }

    /// <summary>Makes one card.</summary>
    internal static Card Add(BoardCommandContext context, Guid cardId, string title, CardPlace place)
    {
        var card = new Card
        {
            Id = cardId,
            BoardId = context.Board.Id,
            ColumnId = place.ColumnId,
            Number = context.Board.NextCardNumber++,
            Position = place.Position,
            Title = title,
            CreatedById = context.Actor.PersonId,
            CreatedAt = context.Now,
        };
        context.Db.Cards.Add(card);
        context.Log(ActivityKind.CardCreated, card.Id, place.ColumnId, after: title);
        return card;
    }
}
