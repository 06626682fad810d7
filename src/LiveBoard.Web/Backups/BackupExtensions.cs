using LiveBoard.Web.Hosting;

namespace LiveBoard.Web.Backups;

/// <summary>Registers what makes, keeps and restores backups.</summary>
internal static class BackupExtensions
{
    public static IServiceCollection AddBackups(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
            provider.GetRequiredService<IConfiguration>().GetSection(BackupSettings.Section).Get<BackupSettings>()
            ?? new BackupSettings()
        );
        services.AddSingleton(provider => new BackupShelf(
            provider
                .GetRequiredService<BackupSettings>()
                .FindDirectory(
                    provider.GetRequiredService<StoreSettings>(),
                    provider.GetRequiredService<IHostEnvironment>().ContentRootPath
                ),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(AppVersion.Current);
        services.AddSingleton<BackupWriter>();
        services.AddSingleton<BackupService>();
        services.AddSingleton<RestorePlan>();
        services.AddSingleton<DatabaseRestore>();
        services.AddSingleton<DatabasePreparation>();
        services.AddSingleton<BackupDesk>();
        services.AddHostedService<BackupSchedule>();
        return services;
    }
}
