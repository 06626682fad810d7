using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Access.Work;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using LiveBoard.Core.Live.Texts;
using LiveBoard.Migrations.PostgreSql;
using LiveBoard.Migrations.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Web.Hosting;

/// <summary>Registers the store and everything in Core that works on it.</summary>
internal static class HostingExtensions
{
    public static IServiceCollection AddLiveBoardCore(
        this IServiceCollection services,
        IConfiguration configuration,
        IHostEnvironment environment
    )
    {
        // Read when first needed: tests and hosts may still add settings after this call.
        services.AddSingleton(_ => StoreSettings.Read(configuration, environment.ContentRootPath));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IBoardEventBus, InProcessBoardEventBus>();
        services.AddSingleton<BoardChangeInterceptor>();
        services.AddSingleton(p => new WriteQueue(p.GetRequiredService<StoreSettings>().IsPostgreSql));
        services.AddSingleton<DatabaseStartup>();
        services.AddSingleton<AccessService>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<RefusalLog>();
        services.AddSingleton<AccountAdministration>();
        services.AddSingleton<AccountDirectory>();
        services.AddSingleton<PasswordResets>();
        services.AddSingleton<InstanceService>();
        services.AddSingleton<GuestAccess>();
        services.AddSingleton<GuestLinkService>();
        services.AddSingleton<AuditRetention>();
        services.AddHostedService(provider => provider.GetRequiredService<AuditRetention>());
        services.AddSingleton<DirectoryService>();
        services.AddSingleton<InvitationService>();
        services.AddSingleton<BookmarkService>();
        services.AddSingleton<DraftService>();
        services.AddSingleton<LeaseKeeper>();
        services.AddSingleton<NotificationService>();
        services.AddSingleton<NotificationMailbox>();
        services.AddSingleton<NotificationRetention>();
        services.AddSingleton<CardTextRetention>();
        services.AddSingleton<WatchService>();
        services.AddSingleton<DueReminders>();
        services.AddHostedService<Reminding>();
        services.AddSingleton<MetricService>();
        services.AddSingleton<ApiTokenService>();
        services.AddSingleton<MetricIntake>();
        services.AddSingleton<PersonalDataReader>();
        services.AddSingleton<BoardDirectory>();
        services.AddSingleton<DashboardSources>();
        services.AddSingleton<WorkReader>();
        services.AddSingleton<AwayReader>();
        services.AddSingleton<BoardReader>();
        services.AddSingleton<BoardCommandHandler>();
        services.AddPooledDbContextFactory<LiveBoardDbContext>(
            (provider, options) =>
            {
                var store = provider.GetRequiredService<StoreSettings>();
                _ = store.IsPostgreSql
                    ? options.UseLiveBoardPostgreSql(store.ConnectionString)
                    : options.UseLiveBoardSqlite(store.ConnectionString);
                options.AddInterceptors(provider.GetRequiredService<BoardChangeInterceptor>());
            }
        );
        return services;
    }
}
