using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access.Metrics;

/// <summary>
/// Tokens with which programs push numbers into a workspace: 128 random bits, shown once, kept as a hash. Made and revoked
/// by the workspace's owners. Thread-safe; lives as long as the application.
/// </summary>
public sealed class ApiTokenService(
    IDbContextFactory<LiveBoardDbContext> contexts,
    AccessService access,
    WriteQueue writes,
    RefusalLog refusals,
    TimeProvider time
)
{
    /// <summary>What every secret begins with, so that people and scanners recognise one that lies about.</summary>
    public const string Prefix = "lbt_";

    /// <summary>Tokens of one workspace at a time; more would be somebody's mistake.</summary>
    public const int MaxPerWorkspace = 50;

    private readonly DirectoryWriter _writer = new(contexts, writes, refusals, time);

    /// <summary>Makes a token; for owners of the workspace.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="workspaceId">The workspace.</param>
    /// <param name="name">Which program gets it.</param>
    /// <param name="expiresAt">When it ends, UTC; null for never.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    /// <returns>The secret. It is not kept and cannot be shown again.</returns>
    public async Task<DirectoryResult<string>> CreateAsync(
        Actor actor,
        Guid workspaceId,
        string? name,
        DateTime? expiresAt = null,
        CancellationToken cancellationToken = default
    )
    {
        var secret = Prefix + LinkSecret.Create();
        var result = await _writer.WriteAsync(
            actor,
            new AuditNote("CreateApiToken", workspaceId) { IsWrittenByTheChange = true },
            async db =>
            {
                if (await access.RefuseUnlessOwnerAsync(db, actor, workspaceId, cancellationToken) is { } refusal)
                {
                    return refusal;
                }

                var now = time.GetUtcNow();
                if (DirectoryRules.Line(name, ApiToken.MaxNameLength) is not { } line)
                {
                    return DirectoryRefusal.NameInvalid;
                }

                if (expiresAt <= now.UtcDateTime)
                {
                    return DirectoryRefusal.TokenEndInvalid;
                }

                if (await Kept(db, workspaceId).CountAsync(cancellationToken) >= MaxPerWorkspace)
                {
                    return DirectoryRefusal.TooManyTokens;
                }

                var token = new ApiToken
                {
                    Id = Guid.CreateVersion7(),
                    WorkspaceId = workspaceId,
                    Name = line,
                    TokenHash = LinkSecret.Hash(secret),
                    CreatedById = actor.PersonId,
                    CreatedAt = now.UtcDateTime,
                    ExpiresAt = expiresAt,
                };
                db.ApiTokens.Add(token);
                Note(db, AuditKind.ApiTokenMade, actor, token);
                return null;
            },
            cancellationToken
        );
        return new DirectoryResult<string>(result.IsDone ? secret : null, result.Refusal);
    }

    /// <summary>Tokens that are not revoked, newest first; empty for anybody but the workspace's owners.</summary>
    public async Task<IReadOnlyList<ApiTokenListing>> ListAsync(
        Actor actor,
        Guid workspaceId,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await access.RefuseUnlessOwnerAsync(db, actor, workspaceId, cancellationToken) is not null)
        {
            return [];
        }

        var now = time.GetUtcNow().UtcDateTime;
        var backed = ApiTokenBacking.Backed(db).Select(t => t.Id);
        return await Kept(db, workspaceId)
            .OrderByDescending(t => t.CreatedAt)
            .ThenBy(t => t.Id)
            .Select(t => new ApiTokenListing(
                t.Id,
                t.Name,
                db.People.Where(p => p.Id == t.CreatedById).Select(p => p.Name).Single(),
                t.CreatedAt,
                t.ExpiresAt,
                t.LastUsedAt,
                t.ExpiresAt != null && t.ExpiresAt <= now,
                !backed.Contains(t.Id)
            ))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Ends a token at once; for owners of its workspace.</summary>
    public Task<DirectoryResult> RevokeAsync(
        Actor actor,
        Guid tokenId,
        CancellationToken cancellationToken = default
    ) =>
        _writer.WriteAsync(
            actor,
            new AuditNote("RevokeApiToken", tokenId) { IsWrittenByTheChange = true },
            async db =>
            {
                var token = await db.ApiTokens.SingleOrDefaultAsync(
                    t => t.Id == tokenId && t.RevokedAt == null,
                    cancellationToken
                );
                if (token is null)
                {
                    return DirectoryRefusal.NotFound;
                }

                if (await access.RefuseUnlessOwnerAsync(db, actor, token.WorkspaceId, cancellationToken) is { } refusal)
                {
                    return refusal;
                }

                token.RevokedAt = time.GetUtcNow().UtcDateTime;
                Note(db, AuditKind.ApiTokenRevoked, actor, token);
                return null;
            },
            cancellationToken
        );

    private static IQueryable<ApiToken> Kept(LiveBoardDbContext db, Guid workspaceId) =>
        db.ApiTokens.Where(t => t.WorkspaceId == workspaceId && t.RevokedAt == null);

    private void Note(LiveBoardDbContext db, AuditKind kind, Actor actor, ApiToken token) =>
        AuditLog.Add(db, time.GetUtcNow(), kind, actor.PersonId, token.WorkspaceId, $"{token.Id} {token.Name}");
}

/// <summary>A token as the workspace's owners see it.</summary>
/// <param name="Id">Identity; of no use without the secret.</param>
/// <param name="Name">Which program has it.</param>
/// <param name="CreatedBy">Name of whoever made it.</param>
/// <param name="CreatedAt">When, UTC.</param>
/// <param name="ExpiresAt">When it ends, UTC; null for never.</param>
/// <param name="LastUsedAt">When it was last used, UTC, to the minute; null for never.</param>
/// <param name="IsOver">True when it has ended.</param>
/// <param name="IsResting">True while it does nothing because whoever made it is no owner of the workspace (any more).</param>
public sealed record ApiTokenListing(
    Guid Id,
    string Name,
    string CreatedBy,
    DateTime CreatedAt,
    DateTime? ExpiresAt,
    DateTime? LastUsedAt,
    bool IsOver,
    bool IsResting
);
