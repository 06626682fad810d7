using System.Collections.Immutable;
using LiveBoard.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>What administrators of the instance see of accounts and of the audit trail. Thread-safe; lives as long as the application.</summary>
public sealed class AccountDirectory(IDbContextFactory<LiveBoardDbContext> contexts, AccessService access)
{
    /// <summary>Accounts that one page shows.</summary>
    public const int PageSize = 50;

    /// <summary>Accounts by name, those whose name or address has this in it; null for anybody but administrators.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="search">Part of a name or address; empty for all.</param>
    /// <param name="page">Number of the page, from 0.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<AccountPage?> ReadAsync(
        Actor actor,
        string search,
        int page,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await access.IsAdministratorAsync(db, actor, cancellationToken))
        {
            return null;
        }

        var names = await (
            from user in db.Users
            join person in db.People on user.Id equals person.Id
            select new
            {
                user.Id,
                person.Name,
                user.Email,
            }
        ).ToListAsync(cancellationToken);
        // Here and not in the database: each has its own idea of capital letters.
        var part = search.Trim();
        var found = names
            .Where(n =>
                n.Name.Contains(part, StringComparison.OrdinalIgnoreCase)
                || n.Email!.Contains(part, StringComparison.OrdinalIgnoreCase)
            )
            .OrderBy(n => n.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(n => n.Id)
            .Select(n => n.Id)
            .ToList();
        var shown = found.Skip(Math.Max(0, page) * PageSize).Take(PageSize).ToList();
        var accounts = await ReadListingsAsync(db, shown, cancellationToken);
        return new AccountPage([.. shown.Where(accounts.ContainsKey).Select(id => accounts[id])], found.Count);
    }

    private static Task<Dictionary<Guid, AccountListing>> ReadListingsAsync(
        LiveBoardDbContext db,
        List<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        (
            from user in db.Users
            where ids.Contains(user.Id)
            join person in db.People on user.Id equals person.Id
            select new AccountListing(
                user.Id,
                person.Name,
                person.Color,
                user.Email!,
                user.IsAdministrator,
                user.IsDisabled,
                user.TwoFactorEnabled,
                db.Set<IdentityUserPasskey<Guid>>().Any(p => p.UserId == user.Id),
                db.SignInSessions.Where(s => s.UserId == user.Id).Max(s => (DateTime?)s.LastSeenAt)
            )
        ).ToDictionaryAsync(account => account.Id, cancellationToken);

    /// <summary>The audit trail, newest first; null for anybody but administrators.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="filter">What of it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ImmutableArray<AuditListing>?> ReadAuditAsync(
        Actor actor,
        AuditFilter filter,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await access.IsAdministratorAsync(db, actor, cancellationToken))
        {
            return null;
        }

        var entries = db.AuditEntries.AsNoTracking().AsQueryable();
        if (filter.Kind is { } kind)
        {
            entries = entries.Where(e => e.Kind == kind);
        }

        if (filter.PersonId is { } person)
        {
            entries = entries.Where(e => e.ActorId == person || e.SubjectId == person);
        }

        if (filter.Before is { } before)
        {
            entries = entries.Where(e => e.At < before);
        }

        var shown = await (
            from entry in entries.OrderByDescending(e => e.At).Take(PageSize)
            join actors in db.People on entry.ActorId equals actors.Id into doers
            from doer in doers.DefaultIfEmpty()
            join subjects in db.People on entry.SubjectId equals subjects.Id into others
            from other in others.DefaultIfEmpty()
            orderby entry.At descending
            select new AuditListing(
                entry.Id,
                entry.At,
                entry.Kind,
                doer == null ? null : doer.Name,
                other == null ? null : other.Name,
                entry.Source,
                entry.Details
            )
        ).ToListAsync(cancellationToken);
        return [.. shown];
    }
}

/// <summary>A page of accounts.</summary>
/// <param name="Accounts">The accounts.</param>
/// <param name="Count">How many there are on all pages.</param>
public sealed record AccountPage(ImmutableArray<AccountListing> Accounts, int Count);

/// <summary>An account as administrators see it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Its person's name.</param>
/// <param name="Color">Number of the person's colour.</param>
/// <param name="Email">What it signs in with.</param>
/// <param name="IsAdministrator">True for an administrator of the instance.</param>
/// <param name="IsDisabled">True when it may not come in.</param>
/// <param name="HasSecondStep">True with an authenticator app.</param>
/// <param name="HasPasskey">True with a passkey.</param>
/// <param name="LastSeenAt">When it was last used, UTC, as far as it is signed in somewhere; null when it is not.</param>
public sealed record AccountListing(
    Guid Id,
    string Name,
    int Color,
    string Email,
    bool IsAdministrator,
    bool IsDisabled,
    bool HasSecondStep,
    bool HasPasskey,
    DateTime? LastSeenAt
);

/// <summary>What of the audit trail is asked for.</summary>
/// <param name="Kind">Of one kind only; null for all.</param>
/// <param name="PersonId">By or about one person only; null for all.</param>
/// <param name="Before">Before this moment only, UTC; null for the newest.</param>
public sealed record AuditFilter(AuditKind? Kind = null, Guid? PersonId = null, DateTime? Before = null);

/// <summary>An entry of the audit trail.</summary>
/// <param name="Id">Identity.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">What.</param>
/// <param name="Actor">Name of whoever did it; null for nobody, or whoever is not known any more.</param>
/// <param name="Subject">Name of whom it was done to; null when it was done to nobody.</param>
/// <param name="Source">Network address.</param>
/// <param name="Details">More, in words.</param>
public sealed record AuditListing(
    Guid Id,
    DateTime At,
    AuditKind Kind,
    string? Actor,
    string? Subject,
    string Source,
    string Details
);
