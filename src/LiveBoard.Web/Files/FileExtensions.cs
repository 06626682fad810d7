using LiveBoard.Core.Access;
using LiveBoard.Web.Backups;
using LiveBoard.Web.Endpoints;
using LiveBoard.Web.Hosting;

namespace LiveBoard.Web.Files;

/// <summary>Registers what keeps attached files.</summary>
internal static class FileExtensions
{
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
            provider.GetRequiredService<IConfiguration>().GetSection(FileSettings.Section).Get<FileSettings>()
            ?? new FileSettings()
        );
        services.AddSingleton(provider => provider.GetRequiredService<FileSettings>().Quotas);
        services.AddSingleton(provider => new FileStore(
            provider
                .GetRequiredService<FileSettings>()
                .FindDirectory(
                    provider.GetRequiredService<StoreSettings>(),
                    provider.GetRequiredService<IHostEnvironment>().ContentRootPath
                )
        ));
        services.AddSingleton<PreviewMaker>();
        services.AddSingleton<AttachmentReader>();
        services.AddSingleton<FileUploads>();
        services.AddSingleton<FileRetention>();
        services.AddHostedService(provider => provider.GetRequiredService<FileRetention>());
        return services;
    }

    /// <summary>Whatever lies in the web root is handed to everybody.</summary>
    public static void RefuseServedFiles(this WebApplication app)
    {
        app.RefuseServed(FileSettings.Section, app.Services.GetRequiredService<FileStore>().Directory);
        app.RefuseServed(BackupSettings.Section, app.Services.GetRequiredService<BackupShelf>().Directory);
    }

    private static void RefuseServed(this WebApplication app, string section, string directory)
    {
        if (
            app.Environment.WebRootPath is { Length: > 0 } root
            && !Path.GetRelativePath(root, directory).StartsWith("..", StringComparison.Ordinal)
            && !Path.IsPathRooted(Path.GetRelativePath(root, directory))
        )
        {
            throw new StartRefusedException(
                $"{section}:Directory is {directory}, in the folder that is served to everybody. Choose another."
            );
        }
    }
}
