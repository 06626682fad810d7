using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// Keeps what somebody has typed on a card and not sent yet: one draft for each person, card and field, seen by nobody
/// else. Changes no board and is no part of its order. Thread-safe; lives as long as the application.
/// </summary>
public sealed class DraftService(
    IDbContextFactory<LiveBoardDbContext> contexts,
    AccessService access,
    WriteQueue writes,
    RefusalLog refusals,
    TimeProvider time
)
{
    private readonly DirectoryWriter _writer = new(contexts, writes, refusals, time);

    /// <summary>The person's own draft; null for none, also when they may not see the card (any more).</summary>
    public async Task<string?> ReadAsync(
        Actor actor,
        Guid boardId,
        Guid cardId,
        CardDraftField field,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await access.MayReadCardAsync(db, actor, boardId, cardId, cancellationToken)
            ? await db
                .CardDrafts.Where(d => d.PersonId == actor.PersonId && d.CardId == cardId && d.Field == field)
                .Select(d => d.Text)
                .SingleOrDefaultAsync(cancellationToken)
            : null;
    }

    /// <summary>Keeps the text in place of an earlier one; an empty one is no draft. What is too long is cut: it could not be sent either.</summary>
    public Task<DirectoryResult> KeepAsync(
        Actor actor,
        Guid boardId,
        Guid cardId,
        CardDraftField field,
        string text,
        CancellationToken cancellationToken = default
    ) =>
        _writer.WriteAsync(
            actor,
            new AuditNote("KeepDraft", cardId) { IsKept = false },
            async db =>
            {
                if (!Enum.IsDefined(field) || !PlainText.IsStorable(text))
                {
                    return DirectoryRefusal.ValueInvalid;
                }

                if (!await access.MayReadCardAsync(db, actor, boardId, cardId, cancellationToken))
                {
                    return DirectoryRefusal.NotFound;
                }

                var kept = await db.CardDrafts.SingleOrDefaultAsync(
                    d => d.PersonId == actor.PersonId && d.CardId == cardId && d.Field == field,
                    cancellationToken
                );
                Put(db, kept, actor, cardId, field, PlainText.Cut(text, CardDraft.MaxLength));
                return null;
            },
            cancellationToken
        );

    private void Put(
        LiveBoardDbContext db,
        CardDraft? kept,
        Actor actor,
        Guid cardId,
        CardDraftField field,
        string text
    )
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (PlainText.IsBlank(text))
        {
            if (kept is not null)
            {
                db.CardDrafts.Remove(kept);
            }
        }
        else if (kept is not null)
        {
            (kept.Text, kept.UpdatedAt) = (text, now);
        }
        else
        {
            db.CardDrafts.Add(
                new CardDraft
                {
                    PersonId = actor.PersonId,
                    CardId = cardId,
                    Field = field,
                    Text = text,
                    UpdatedAt = now,
                }
            );
        }
    }
}
