using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access.Work;

/// <summary>
/// Reads what somebody has to do on all boards together, their own or that of somebody in the same workspace: only of
/// boards that the reader may open now. Costs a constant number of statements. Thread-safe; lives as long as the
/// application.
/// </summary>
public sealed class WorkReader(IDbContextFactory<LiveBoardDbContext> contexts, AccessService access)
{
    /// <summary>Cards of each list that are read at most.</summary>
    public const int MaxCards = 500;

    /// <summary>The work; null when there is no such person or they share no workspace with the actor.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="personId">Whose work; the actor's own is always theirs to read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<WorkSnapshot?> ReadAsync(
        Actor actor,
        Guid personId,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var people = await ReadPeopleAsync(db, actor, cancellationToken);
        if (people.Find(p => p.Id == personId) is not { } person)
        {
            return null;
        }

        var roles = await access.GetBoardRolesAsync(db, actor, cancellationToken);
        Guid[] boards = [.. roles.Keys];
        var assigned = WorkQuery.Assigned(db, personId);
        var stepped = WorkQuery.Stepped(db, personId);
        var mentioned = WorkQuery.Mentioned(db, personId);
        var named = await WorkQuery.ReadAsync(
            db,
            WorkQuery
                .Open(db, assigned.Union(stepped).Union(mentioned), boards)
                .OrderBy(c => c.DueAt == null)
                .ThenBy(c => c.DueAt)
                .ThenByDescending(c => c.CreatedAt)
                .Take(MaxCards + 1),
            personId,
            cancellationToken
        );
        var others = WorkQuery.Watched(db, personId).Except(assigned).Except(stepped).Except(mentioned);
        var watched = await WorkQuery.ReadAsync(
            db,
            WorkQuery.Open(db, others, boards).OrderByDescending(c => c.CreatedAt).Take(MaxCards + 1),
            personId,
            cancellationToken
        );
        var steps = await WorkQuery.ReadStepsAsync(db, personId, boards, cancellationToken);
        var followed = await WorkQuery.Followed(db, personId).ToHashSetAsync(cancellationToken);
        var cards = named.Take(MaxCards).Select(row => (Row: row, Card: row.With(steps))).ToList();
        return new WorkSnapshot(
            person,
            [.. cards.Where(c => IsOwn(c.Card)).Select(c => c.Card)],
            [.. cards.Where(c => !IsOwn(c.Card)).OrderByDescending(c => c.Row.MentionedAt).Select(c => c.Card)],
            [.. watched.OrderByDescending(row => row.CreatedAt).Take(MaxCards).Select(row => row.With(steps))],
            named.Count > MaxCards || watched.Count > MaxCards,
            [.. people],
            new WorkFollowing(actor.PersonId, personId, followed, boards.ToHashSet())
        );
    }

    /// <summary>How much the actor has to do. One statement when they have never had anything, else four.</summary>
    public async Task<WorkTally> CountAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stepped = WorkQuery.Stepped(db, actor.PersonId);
        var cards = WorkQuery.Assigned(db, actor.PersonId).Union(stepped);
        // Not all that the actor may open: this stands on every page of everybody.
        var boards = await db
            .Cards.Where(c => cards.Contains(c.Id))
            .Select(c => c.BoardId)
            .Distinct()
            .ToHashSetAsync(cancellationToken);
        if (boards.Count == 0)
        {
            return new WorkTally(0, new WorkFollowing(actor.PersonId, actor.PersonId, boards, boards));
        }

        var roles = await access.GetBoardRolesAsync(db, actor, cancellationToken);
        Guid[] open = [.. boards.Where(roles.ContainsKey)];
        var count = await WorkQuery.Open(db, cards, open).CountAsync(cancellationToken);
        var steps = await stepped.ToHashSetAsync(cancellationToken);
        return new WorkTally(count, new WorkFollowing(actor.PersonId, actor.PersonId, steps, boards));
    }

    /// <summary>The actor and everybody in a workspace of theirs, by name; nobody for an account that is disabled.</summary>
    private static async Task<List<PersonSnapshot>> ReadPeopleAsync(
        LiveBoardDbContext db,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var mates =
            from own in db.WorkspaceMembers
            where own.PersonId == actor.PersonId
            join other in db.WorkspaceMembers on own.WorkspaceId equals other.WorkspaceId
            select other.PersonId;
        var people = await db
            .People.AsNoTracking()
            .Where(p => p.Id == actor.PersonId || mates.Contains(p.Id))
            .Where(_ => db.Users.Any(u => u.Id == actor.PersonId && !u.IsDisabled))
            .ToListAsync(cancellationToken);
        return [.. people.Select(Snapshots.Of).OrderBy(p => p.Name, StringComparer.CurrentCulture).ThenBy(p => p.Id)];
    }

    private static bool IsOwn(WorkCard card) => card.IsAssigned || !card.Steps.IsEmpty;
}
