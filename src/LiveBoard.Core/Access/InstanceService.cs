using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>The one path by which settings of the whole instance change, for its administrators. Thread-safe; lives as long as the application.</summary>
public sealed class InstanceService(
    IDbContextFactory<LiveBoardDbContext> contexts,
    AccessService access,
    WriteQueue writes,
    RefusalLog refusals,
    TimeProvider time
)
{
    private readonly DirectoryWriter _writer = new(contexts, writes, refusals, time);

    /// <summary>Lets anybody make an account, or nobody; for administrators of the instance.</summary>
    public Task<DirectoryResult> SetRegistrationOpenAsync(
        Actor actor,
        bool isOpen,
        CancellationToken cancellationToken = default
    ) =>
        ChangeSettingsAsync(
            actor,
            new AuditNote("SetRegistrationOpen") { Value = $"{isOpen}" },
            settings => settings.IsRegistrationOpen = isOpen,
            cancellationToken
        );

    /// <summary>Says who must sign in with more than a password; for administrators of the instance.</summary>
    public Task<DirectoryResult> SetSecondStepDemandAsync(
        Actor actor,
        SecondStepDemand demand,
        CancellationToken cancellationToken = default
    ) =>
        Enum.IsDefined(demand)
            ? ChangeSettingsAsync(
                actor,
                new AuditNote("SetSecondStepDemand") { Value = $"{demand}" },
                settings => settings.SecondStepDemand = demand,
                cancellationToken
            )
            : Task.FromResult(new DirectoryResult(DirectoryRefusal.ValueInvalid));

    /// <summary>Says when backups are made, and how many are kept; for administrators of the instance.</summary>
    public Task<DirectoryResult> SetBackupPlanAsync(
        Actor actor,
        BackupPlan plan,
        CancellationToken cancellationToken = default
    ) =>
        plan.IsPossible
            ? ChangeSettingsAsync(
                actor,
                new AuditNote("SetBackupPlan") { Value = plan.ToAudit() },
                plan.Write,
                cancellationToken
            )
            : Task.FromResult(new DirectoryResult(DirectoryRefusal.ValueInvalid));

    /// <summary>
    /// Writes down what an administrator of the instance is about to do to the instance itself. Whoever does it asks here
    /// first, so that nobody does it without the right and nothing is done without a trace.
    /// </summary>
    public Task<DirectoryResult> NoteDeedAsync(
        Actor actor,
        AuditKind deed,
        string details,
        CancellationToken cancellationToken = default
    ) =>
        _writer.WriteAsync(
            actor,
            new AuditNote($"{deed}") { IsWrittenByTheChange = true },
            async db =>
            {
                if (!await access.IsAdministratorAsync(db, actor, cancellationToken))
                {
                    return DirectoryRefusal.NotAllowed;
                }

                AuditLog.Add(db, time.GetUtcNow(), deed, actor.PersonId, subjectId: null, details);
                return null;
            },
            cancellationToken
        );

    private Task<DirectoryResult> ChangeSettingsAsync(
        Actor actor,
        AuditNote what,
        Action<InstanceSettings> change,
        CancellationToken cancellationToken
    ) =>
        _writer.WriteAsync(
            actor,
            what,
            async db =>
            {
                if (!await access.IsAdministratorAsync(db, actor, cancellationToken))
                {
                    return DirectoryRefusal.NotAllowed;
                }

                var settings = await db.InstanceSettings.SingleOrDefaultAsync(cancellationToken);
                if (settings is null)
                {
                    settings = new InstanceSettings();
                    db.InstanceSettings.Add(settings);
                }

                change(settings);
                return null;
            },
            cancellationToken
        );
}
