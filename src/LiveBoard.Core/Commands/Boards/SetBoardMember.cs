using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Boards;

/// <summary>
/// Gives a person of the workspace a role of their own on a board, or takes it away. Nobody changes their own role,
/// and a board keeps an administrator.
/// </summary>
public sealed record SetBoardMember : BoardCommand
{
    /// <summary>The person; must be in the board's workspace to be given a role.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The role; <see cref="BoardRole.None"/> to take it away.</summary>
    public required BoardRole Role { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Admin;

    /// <inheritdoc />
    internal override BoardKind? ForKind => null;

    /// <inheritdoc />
    internal override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        if (!Enum.IsDefined(Role))
        {
            return new Rejection(RejectionCode.ValueInvalid, "role");
        }

        if (PersonId == context.Actor.PersonId)
        {
            return new Rejection(RejectionCode.NotAllowed);
        }

        var members = await context.Db.BoardMembers.Where(m => m.BoardId == BoardId).ToListAsync(cancellationToken);
        var member = members.Find(m => m.PersonId == PersonId);
        if ((member?.Role ?? BoardRole.None) == Role)
        {
            return null;
        }

        var person = await context
            .Db.People.Where(p =>
                p.Id == PersonId
                && context.Db.WorkspaceMembers.Any(m =>
                    m.WorkspaceId == context.Board.WorkspaceId && m.PersonId == PersonId
                )
            )
            .SingleOrDefaultAsync(cancellationToken);
        if (person is null && Role != BoardRole.None)
        {
            return new Rejection(RejectionCode.PersonNotFound);
        }

        var kind = Role == BoardRole.None ? ActivityKind.MemberRemoved : ActivityKind.MemberSet;
        context.Audit(PersonId, $"{Role} on {BoardId}");
        context.Log(kind, before: member?.Role.ToString(), after: $"{person?.Name} {Role}".Trim());
        if (member is null)
        {
            context.Db.BoardMembers.Add(
                new BoardMember
                {
                    BoardId = BoardId,
                    PersonId = PersonId,
                    Role = Role,
                }
            );
        }
        else if (Role == BoardRole.None)
        {
            context.Db.BoardMembers.Remove(member);
        }
        else
        {
            member.Role = Role;
        }

        return null;
    }
}
