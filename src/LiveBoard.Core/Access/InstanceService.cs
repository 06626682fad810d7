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
