using System.Data.Common;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Attachments;
using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands;

/// <summary>
/// The one path by which boards change: pages, importers, seeds and background jobs all issue their commands here.
/// A result other than a rejection means committed and durable. Thread-safe; lives as long as the application.
/// </summary>
public sealed class BoardCommandHandler(
    IDbContextFactory<LiveBoardDbContext> contexts,
    AccessService access,
    WriteQueue writes,
    RefusalLog refusals,
    TimeProvider time,
    FileQuotas? quotas = null,
    TimeZoneInfo? zone = null,
    LiveBoardMeter? meter = null
)
{
    private const int Attempts = 5;
    private const int PreparationRounds = 4;

    private readonly LiveBoardMeter _meter = meter ?? LiveBoardMeter.Unheard;

    private readonly BoardQueries _queries = new();

    /// <summary>Does the command once, however often it is handed in.</summary>
    /// <param name="command">The wish.</param>
    /// <param name="actor">On whose behalf; must come from the sign-in.</param>
    /// <param name="cancellationToken">Cancels the waiting; a commit that has begun is not taken back.</param>
    /// <exception cref="DbException">The database cannot be reached or written; nothing was half-done.</exception>
    public async Task<CommandResult> HandleAsync(
        BoardCommand command,
        Actor actor,
        CancellationToken cancellationToken = default
    )
    {
        using var telemetry = CommandTelemetry.Start(command, _meter);
        var result = await HandleInTurnAsync(command, actor, cancellationToken);
        telemetry.Note(result);
        if (result.Rejection?.Code is RejectionCode.BoardNotFound or RejectionCode.NotAllowed)
        {
            await refusals.NoteAsync(AuditKind.AccessRefused, actor.PersonId, command.BoardId, command.GetType().Name);
        }

        return result;
    }

    private async Task<CommandResult> HandleInTurnAsync(
        BoardCommand command,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        // Before the turn: of a command of many megabytes it takes long.
        var hash = command.Hash();
        for (var round = 1; ; round++)
        {
            var prepared = command.IsPrepared ? await PrepareAsync(command, actor, cancellationToken) : null;
            // Several boards in one command: always in the same order, or two such commands could wait for each other.
            using var turns = await writes.EnterAsync([command.BoardId, .. command.OtherBoardIds], cancellationToken);
            // After those of boards, so that whoever waits here holds up nobody who is in.
            using var instance = command.IsForWholeInstance
                ? await writes.EnterNextAsync(Guid.Empty, cancellationToken)
                : null;
            // Somebody was quicker: once more, but not for ever. The last time it is worked out in the turn.
            if (prepared is null || round == PreparationRounds || await IsGoodAsync(prepared, command.BoardId))
            {
                return await AttemptAsync(new Attempt(command, actor, hash, prepared), cancellationToken);
            }
        }
    }

    private async Task<IPreparedCommand?> PrepareAsync(
        BoardCommand command,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var role = await command.GetRoleAsync(new CommandAuthority(access, db, actor), cancellationToken);
        if (
            role < command.RequiredRole
            || await _queries.Board(db, command.BoardId, cancellationToken) is not { IsArchived: false } board
            || !IsForBoards(command, board)
        )
        {
            // Refused in its turn, in the usual words.
            return null;
        }

        var context = MakeContext(db, command, actor, role, prepared: null);
        context.Board = board;
        return await command.PrepareAsync(context, cancellationToken);
    }

    private async Task<bool> IsGoodAsync(IPreparedCommand prepared, Guid boardId)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Boards.Where(b => b.Id == boardId).Select(b => b.Version).SingleAsync() == prepared.Version;
    }

    private async Task<CommandResult> AttemptAsync(Attempt wish, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(wish, cancellationToken);
            }
            catch (DbUpdateException conflict) when (LostRace.Is(conflict))
            {
                // Another process committed to the board between our read and our write; look again.
                _meter.Conflicts.Add(1);
                if (attempt == Attempts)
                {
                    return Reject(RejectionCode.Busy);
                }
            }
        }
    }

    private async Task<CommandResult> TryAsync(Attempt wish, CancellationToken cancellationToken)
    {
        var (command, actor, hash, prepared) = wish;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var authority = new CommandAuthority(access, db, actor);
        var role = await command.GetRoleAsync(authority, cancellationToken);
        if (role == BoardRole.None)
        {
            return Reject(RejectionCode.BoardNotFound);
        }

        var forbidden = role < command.RequiredRole ? new List<Guid> { command.BoardId } : [];
        foreach (var other in command.OtherBoardIds)
        {
            var there = await authority.OnBoardAsync(other, cancellationToken);
            if (there == BoardRole.None)
            {
                return Reject(RejectionCode.BoardNotFound);
            }

            forbidden.AddRange(there < command.RequiredRole ? [other] : []);
        }

        if (await FindDoneAsync(db, command, actor, hash, cancellationToken) is { } done)
        {
            return done;
        }

        if (forbidden.Count > 0)
        {
            return Reject(await command.ForbidAsync(db, forbidden, cancellationToken));
        }

        var context = MakeContext(db, command, actor, role, prepared);
        if (await _queries.Board(db, command.BoardId, cancellationToken) is { } board)
        {
            context.Board = board;
            if (board.IsArchived && !command.IsForArchivedBoard)
            {
                return Reject(RejectionCode.BoardArchived);
            }
        }

        var others = new List<Board?>();
        foreach (var other in command.OtherBoardIds)
        {
            others.Add(await _queries.Board(db, other, cancellationToken));
        }

        context.OtherBoards = [.. others.OfType<Board>()];
        if (!IsForBoards(command, [context.Board, .. others]))
        {
            return Reject(RejectionCode.WrongBoardKind);
        }

        if (await command.ExecuteAsync(context, cancellationToken) is { } rejection)
        {
            return Reject(rejection);
        }

        if (!db.ChangeTracker.HasChanges())
        {
            return new CommandResult(CommandStatus.Unchanged, context.Board.Version);
        }

        db.Scope = new ChangeScope(command.CommandId, hash, actor.PersonId, command.GetType().Name);
        // From here on it runs to its end: a commit whose answer nobody waited for would leave the outcome unknown.
        await db.SaveAllAsync();
        return new CommandResult(CommandStatus.Done, context.Board.Version, Undo: context.Undo);
    }

    private BoardCommandContext MakeContext(
        LiveBoardDbContext db,
        BoardCommand command,
        Actor actor,
        BoardRole role,
        IPreparedCommand? prepared
    ) =>
        new(db, _queries, access, actor, role, command.BoardId, Now())
        {
            Quotas = quotas ?? FileQuotas.Default,
            Zone = zone ?? TimeZoneInfo.Utc,
            Prepared = prepared,
        };

    /// <summary>Whole microseconds: PostgreSQL keeps no finer ones, and what is told must be what is read.</summary>
    private DateTime Now()
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private async Task<CommandResult?> FindDoneAsync(
        LiveBoardDbContext db,
        BoardCommand command,
        Actor actor,
        string hash,
        CancellationToken cancellationToken
    )
    {
        var change = await _queries.Change(db, command.BoardId, command.CommandId, cancellationToken);
        if (change is null)
        {
            return null;
        }

        return change.ActorId == actor.PersonId && change.CommandHash == hash
            ? new CommandResult(CommandStatus.Repeated, change.Version)
            : Reject(RejectionCode.CommandIdReused);
    }

    /// <summary>The one place that keeps cards off dashboards and widgets off kanban boards.</summary>
    private static bool IsForBoards(BoardCommand command, params IEnumerable<Board?> boards) =>
        command.ForKind is not { } kind || boards.OfType<Board>().All(b => b.Kind == kind);

    private static CommandResult Reject(RejectionCode code) => Reject(new Rejection(code));

    private static CommandResult Reject(Rejection rejection) => new(CommandStatus.Rejected, Rejection: rejection);

    /// <summary>A command with what is known of it before its turn.</summary>
    private sealed record Attempt(BoardCommand Command, Actor Actor, string Hash, IPreparedCommand? Prepared);
}
