using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Plans;

/// <summary>The people of a plan: accounts that may be named on the board, and placeholders to be made.</summary>
internal static class PlanPeople
{
    /// <summary>
    /// Being named in a plan never gives access, so an account may be named only if it has a place there anyway: in
    /// the workspace; for a private board as its owner, or as the one who makes the board.
    /// </summary>
    public static async Task<Rejection?> CheckAccountsAsync(
        BoardCommandContext context,
        BoardPlan plan,
        Guid workspaceId,
        BoardVisibility visibility,
        CancellationToken cancellationToken
    )
    {
        var named = plan.People.Select(p => p.AccountId).OfType<Guid>().Distinct().ToList();
        if (named.Count == 0)
        {
            return null;
        }

        var isOpen = visibility == BoardVisibility.Workspace;
        var welcome = await context
            .Db.WorkspaceMembers.Where(m => m.WorkspaceId == workspaceId)
            .Where(m => isOpen || m.Role == WorkspaceRole.Owner || m.PersonId == context.Actor.PersonId)
            .Select(m => m.PersonId)
            .ToListAsync(cancellationToken);
        var strangers = named.Except(welcome).ToHashSet();
        var stranger = plan.People.FirstOrDefault(p => p.AccountId is { } id && strangers.Contains(id));
        return stranger is null ? null : new Rejection(RejectionCode.PersonNotFound, stranger.Name);
    }

    /// <summary>Gives everyone an identity; placeholders that somebody refers to become rows.</summary>
    public static IEnumerable<Person> Placeholders(BoardPlan plan, PlanIds ids, PlanCheck check)
    {
        var used = Referred(plan);
        var turn = 0;
        foreach (var person in plan.People)
        {
            if (person.AccountId is { } accountId)
            {
                ids.Add(person.Id, accountId);
                continue;
            }

            var id = ids.Add(person.Id);
            if (!used.Contains(person.Id))
            {
                continue;
            }

            var color = person.Color ?? (turn++ % Person.ColorCount) + 1;
            if (color is < 1 or > Person.ColorCount)
            {
                check.Refuse(RejectionCode.ValueInvalid, "color", person.Name);
            }

            yield return new Person
            {
                Id = id,
                Name = check.Line(person.Name, Person.MaxNameLength, "name"),
                Color = color,
                IsPlaceholder = true,
            };
        }
    }

    private static HashSet<string?> Referred(BoardPlan plan) =>
        [
            .. plan.Cards.SelectMany(c => c.AssigneeIds),
            .. plan.Cards.Select(c => c.CreatedById),
            .. plan.Cards.SelectMany(c => c.Comments).Select(c => c.AuthorId),
            .. plan.Cards.SelectMany(c => c.Attachments).Select(a => a.AddedById),
            .. plan.Cards.SelectMany(c => c.Checklists).SelectMany(c => c.Items).Select(i => i.AssigneeId),
            .. plan.History.Select(h => h.ActorId),
        ];
}
