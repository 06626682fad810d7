using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Links;

/// <summary>
/// Says that a card has to do with another one, here or on another board on which the actor has the same right; or takes
/// that back. Both boards hear of it.
/// </summary>
public sealed record LinkCards : CardCommand
{
    /// <summary>The board of the other card; null for this one.</summary>
    public Guid? ToBoardId { get; init; }

    /// <summary>The other card.</summary>
    public required Guid ToCardId { get; init; }

    /// <summary>What this card does to the other one.</summary>
    public required CardLinkKind Kind { get; init; }

    /// <summary>True when the other card does it to this one.</summary>
    public bool IsBackwards { get; init; }

    /// <summary>False to take it back.</summary>
    public bool IsOn { get; init; } = true;

    /// <inheritdoc />
    public override Guid? OtherBoardId => ToBoardId == BoardId ? null : ToBoardId;

    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    )
    {
        var otherBoardId = ToBoardId ?? BoardId;
        var other = await context.Queries.Card(context.Db, otherBoardId, ToCardId, cancellationToken);
        if (other is null || (IsOn && other.DeletedAt is not null))
        {
            return new Rejection(RejectionCode.CardNotFound);
        }

        if (!Enum.IsDefined(Kind) || other == card)
        {
            return new Rejection(RejectionCode.ValueInvalid, "link");
        }

        if (context.OtherBoard is { IsArchived: true })
        {
            return new Rejection(RejectionCode.BoardArchived);
        }

        var links = await context
            .Db.CardLinks.Where(l => l.FromCardId == card.Id || l.ToCardId == card.Id)
            .ToListAsync(cancellationToken);
        var (from, to) = IsBackwards ? (other, card) : (card, other);
        var known = links.Find(l => l.Kind == Kind && IsBetween(l, from, to));
        if (IsOn == known is not null)
        {
            return null;
        }

        if (IsOn && links.Count >= CardLink.MaxPerCard)
        {
            return new Rejection(RejectionCode.TooMany, "links");
        }

        if (known is null)
        {
            var link = new CardLink
            {
                Id = Guid.CreateVersion7(),
                FromCardId = from.Id,
                ToCardId = to.Id,
                Kind = Kind,
                CreatedById = context.Actor.PersonId,
                CreatedAt = context.Now,
            };
            to.IncomingLinks.Add(link);
            context.Db.CardLinks.Add(link);
        }
        else
        {
            // What the card's event tells is what the card holds.
            (known.ToCardId == card.Id ? card : other).IncomingLinks.Remove(known);
            context.Db.CardLinks.Remove(known);
        }

        Log(context, card, other);
        Log(context, other, card);
        context.Undo = this with { CommandId = Guid.CreateVersion7(), IsOn = !IsOn };
        return null;
    }

    /// <summary>A card of another board is not named: not everybody who reads this may read that.</summary>
    private void Log(BoardCommandContext context, Card card, Card other)
    {
        var name = other.BoardId == card.BoardId ? $"#{other.Number} {other.Title}" : null;
        context.Log(
            IsOn ? ActivityKind.CardLinked : ActivityKind.CardUnlinked,
            card.Id,
            after: name,
            onBoardId: card.BoardId
        );
    }

    /// <summary>What relates does so in both directions.</summary>
    private bool IsBetween(CardLink link, Card from, Card to) =>
        (link.FromCardId == from.Id && link.ToCardId == to.Id)
        || (Kind == CardLinkKind.Relates && link.FromCardId == to.Id && link.ToCardId == from.Id);
}
