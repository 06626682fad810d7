using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// Reads what an open card shows beyond its snapshot. Costs a constant number of statements. Thread-safe; lives as long
/// as the application.
/// </summary>
public sealed class CardReader(IDbContextFactory<LiveBoardDbContext> contexts, AccessService access, GuestAccess guests)
{
    /// <summary>Activity entries shown.</summary>
    public const int MaxActivity = 50;

    /// <summary>Comments shown at first: the latest.</summary>
    public const int FirstComments = 30;

    /// <summary>The details; null when the actor may not open the board or the card is not one of it.</summary>
    /// <param name="boardId">The board.</param>
    /// <param name="cardId">The card.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="comments">How many comments to read, the latest ones: however long a history is, opening it is not.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<CardDetails?> ReadAsync(
        Guid boardId,
        Guid cardId,
        Actor actor,
        int comments = FirstComments,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await access.MayReadCardAsync(db, actor, boardId, cardId, cancellationToken))
        {
            return null;
        }

        return await CardDetailsQuery.ReadAsync(
            db,
            cardId,
            comments,
            await CardDetailsQuery.ReadActivityAsync(db, boardId, cardId, MaxActivity, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>
    /// The details as a guest sees them: without what was done to the card and attached links to boards, which name other
    /// boards. Null when the link
    /// shows nothing or the card is not one of its board.
    /// </summary>
    public async Task<CardDetails?> ReadAsync(
        GuestPass pass,
        Guid cardId,
        int comments = FirstComments,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return
            await guests.FindAsync(db, pass, cancellationToken) is { } view
            && await IsOnAsync(db, view.BoardId, cardId, cancellationToken)
            ? OfThisBoardOnly(await CardDetailsQuery.ReadAsync(db, cardId, comments, [], cancellationToken))
            : null;
    }

    /// <summary>
    /// What the card has to do with others; of cards on boards that the actor may not open, that there is one. Null when
    /// the actor may not open the board or the card is not one of it.
    /// </summary>
    public async Task<ImmutableArray<LinkDetails>?> ReadLinksAsync(
        Guid boardId,
        Guid cardId,
        Actor actor,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await access.MayReadCardAsync(db, actor, boardId, cardId, cancellationToken)
            ? await CardLinksQuery.ReadAsync(
                db,
                boardId,
                cardId,
                async other => await access.GetBoardRoleAsync(db, actor, other, cancellationToken) > BoardRole.None,
                cancellationToken
            )
            : null;
    }

    /// <summary>The same as a guest sees it: of other boards nothing.</summary>
    public async Task<ImmutableArray<LinkDetails>?> ReadLinksAsync(
        GuestPass pass,
        Guid cardId,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (
            await guests.FindAsync(db, pass, cancellationToken) is not { } view
            || !await IsOnAsync(db, view.BoardId, cardId, cancellationToken)
        )
        {
            return null;
        }

        var links = await CardLinksQuery.ReadAsync(
            db,
            view.BoardId,
            cardId,
            _ => Task.FromResult(false),
            cancellationToken
        );
        return [.. links.Where(l => l.Other is not null)];
    }

    private static Task<bool> IsOnAsync(
        LiveBoardDbContext db,
        Guid boardId,
        Guid cardId,
        CancellationToken cancellationToken
    ) =>
        db.Cards.AnyAsync(
            c => c.Id == cardId && c.BoardId == boardId && !c.IsArchived && c.DeletedAt == null,
            cancellationToken
        );

    /// <summary>An attachment that leads to a board, here or elsewhere, has that board's name or a card's in its own.</summary>
    private static CardDetails OfThisBoardOnly(CardDetails details) =>
        details with
        {
            Attachments =
            [
                .. details.Attachments.Where(a => a.Url?.Contains("/b/", StringComparison.OrdinalIgnoreCase) != true),
            ],
        };
}
