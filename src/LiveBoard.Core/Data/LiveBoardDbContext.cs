using LiveBoard.Core.Boards;
using LiveBoard.Core.Data.Configurations;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Core.Data;

/// <summary>
/// The whole of what is stored. Comes from a factory, one per operation; never injected into a component.
/// Board tables are changed through the change tracker only: bulk statements would pass by the change interceptor.
/// </summary>
public sealed class LiveBoardDbContext(DbContextOptions<LiveBoardDbContext> options)
    : IdentityDbContext<ApplicationUser, IdentityRole<Guid>, Guid>(options),
        IDataProtectionKeyContext
{
    // A context made without the application's services (dotnet ef, tests) would silently build Identity's version 1
    // model, without the passkey table: the schema version lives in IdentityOptions, and overriding the property
    // of the context does not reach the model.
    private static readonly ServiceProvider DesignTimeServices = new ServiceCollection()
        .Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    /// <summary>Workspaces.</summary>
    public DbSet<Workspace> Workspaces => Set<Workspace>();

    /// <summary>Who is in which workspace.</summary>
    public DbSet<WorkspaceMember> WorkspaceMembers => Set<WorkspaceMember>();

    /// <summary>Public faces of accounts, and placeholders.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>Boards.</summary>
    public DbSet<Board> Boards => Set<Board>();

    /// <summary>Own roles on boards.</summary>
    public DbSet<BoardMember> BoardMembers => Set<BoardMember>();

    /// <summary>Stars and visits.</summary>
    public DbSet<BoardBookmark> BoardBookmarks => Set<BoardBookmark>();

    /// <summary>Columns.</summary>
    public DbSet<Column> Columns => Set<Column>();

    /// <summary>Cards.</summary>
    public DbSet<Card> Cards => Set<Card>();

    /// <summary>Labels.</summary>
    public DbSet<Label> Labels => Set<Label>();

    /// <summary>Labels on cards.</summary>
    public DbSet<CardLabel> CardLabels => Set<CardLabel>();

    /// <summary>People on cards.</summary>
    public DbSet<CardAssignee> CardAssignees => Set<CardAssignee>();

    /// <summary>Checklists.</summary>
    public DbSet<Checklist> Checklists => Set<Checklist>();

    /// <summary>Checklist items.</summary>
    public DbSet<ChecklistItem> ChecklistItems => Set<ChecklistItem>();

    /// <summary>Comments.</summary>
    public DbSet<Comment> Comments => Set<Comment>();

    /// <summary>Answers to comments with a single sign.</summary>
    public DbSet<CommentReaction> CommentReactions => Set<CommentReaction>();

    /// <summary>Steps in the life of cards' descriptions.</summary>
    public DbSet<CardTextUpdate> CardTextUpdates => Set<CardTextUpdate>();

    /// <summary>What people have typed on cards and not sent yet.</summary>
    public DbSet<CardDraft> CardDrafts => Set<CardDraft>();

    /// <summary>Attachments.</summary>
    public DbSet<Attachment> Attachments => Set<Attachment>();

    /// <summary>Custom fields of boards.</summary>
    public DbSet<CustomField> CustomFields => Set<CustomField>();

    /// <summary>Custom field values of cards.</summary>
    public DbSet<CustomFieldValue> CustomFieldValues => Set<CustomFieldValue>();

    /// <summary>Widgets of dashboards.</summary>
    public DbSet<Widget> Widgets => Set<Widget>();

    /// <summary>What cards have to do with each other.</summary>
    public DbSet<CardLink> CardLinks => Set<CardLink>();

    /// <summary>Who is told of what happens on which card.</summary>
    public DbSet<CardWatch> CardWatches => Set<CardWatch>();

    /// <summary>What people are told.</summary>
    public DbSet<Notification> Notifications => Set<Notification>();

    /// <summary>What people want to be told.</summary>
    public DbSet<NotificationSettings> NotificationSettings => Set<NotificationSettings>();

    /// <summary>Who does the jobs that one node at a time does.</summary>
    public DbSet<Lease> Leases => Set<Lease>();

    /// <summary>What people did.</summary>
    public DbSet<ActivityEntry> Activity => Set<ActivityEntry>();

    /// <summary>The flow of boards up to a version.</summary>
    public DbSet<FlowCheckpoint> FlowCheckpoints => Set<FlowCheckpoint>();

    /// <summary>One row per commit and board.</summary>
    public DbSet<BoardChange> BoardChanges => Set<BoardChange>();

    /// <summary>Open and used invitations.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>The instance's settings, one row.</summary>
    public DbSet<InstanceSettings> InstanceSettings => Set<InstanceSettings>();

    /// <summary>Sign-ins that are good.</summary>
    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();

    /// <summary>Recovery codes that are unused.</summary>
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    /// <summary>Open links that set a new password.</summary>
    public DbSet<PasswordReset> PasswordResets => Set<PasswordReset>();

    /// <summary>Links that show a board to guests.</summary>
    public DbSet<GuestLink> GuestLinks => Set<GuestLink>();

    /// <summary>Series of numbers from outside.</summary>
    public DbSet<MetricSeries> MetricSeries => Set<MetricSeries>();

    /// <summary>Values of series.</summary>
    public DbSet<MetricPoint> MetricPoints => Set<MetricPoint>();

    /// <summary>What programs push numbers with.</summary>
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    /// <summary>What mattered for who gets in and who may do what.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Keys that protect cookies and forms; kept here so that sign-ins outlive a restart and all nodes share them.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>On whose behalf the next save is; null means the system. Consumed by the save.</summary>
    public ChangeScope? Scope { get; set; }

    /// <summary>Cards that the next save writes without tracking them; null for none. Set by a command, consumed by the save.</summary>
    internal BulkRows? Bulk { get; set; }

    /// <summary>Saves all of it in one transaction, <see cref="Bulk"/> included.</summary>
    internal async Task SaveAllAsync()
    {
        if (Bulk is not { } bulk)
        {
            await SaveChangesAsync(CancellationToken.None);
            return;
        }

        await using var transaction = await Database.BeginTransactionAsync(CancellationToken.None);
        await SaveChangesAsync(CancellationToken.None);
        await new BulkWriter(this).WriteAsync(bulk);
        Bulk = null;
        // Only now are viewers told.
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        Forget();
        base.Dispose();
    }

    /// <inheritdoc />
    public override ValueTask DisposeAsync()
    {
        Forget();
        return base.DisposeAsync();
    }

    /// <inheritdoc />
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (optionsBuilder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
        {
            optionsBuilder.UseApplicationServiceProvider(DesignTimeServices);
        }
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(LiveBoardDbContext).Assembly);
        builder.UseOrderKeyCollation(Database.ProviderName);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        // Everything stored is UTC; providers hand back Unspecified (SQLite) or demand Utc (PostgreSQL).
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();

    /// <summary>A pooled context comes back in other hands: what was meant for one save must not be said of the next.</summary>
    private void Forget()
    {
        Scope = null;
        Bulk = null;
        PendingChanges.Of(this)?.Clear();
    }
}
