using LiveBoard.Core.Data;
using LiveBoard.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace LiveBoard.Web.Identity.Keys;

/// <summary>Keeps the keys that protect cookies and forms in the database, so that sign-ins outlive a restart and all nodes share them.</summary>
internal static class KeyExtensions
{
    public static void AddLiveBoardKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection(KeySettings.Section).Get<KeySettings>() ?? new();
        var (current, previous) = settings.Load(out var problem);
        services.AddSingleton(new KeyProblem(problem));
        services.AddScoped<KeyRevocation>();
        var protection = services
            .AddDataProtection()
            .SetApplicationName("LiveBoard")
            .PersistKeysToDbContext<LiveBoardDbContext>();
        if (current is not null)
        {
            protection.ProtectKeysWithCertificate(current);
            protection.UnprotectKeysWithAnyCertificate(previous is null ? [current] : [current, previous]);
        }
    }

    /// <exception cref="StartRefusedException">A certificate is set that cannot be used.</exception>
    public static void RefuseUnusableKeys(this WebApplication app)
    {
        if (app.Services.GetRequiredService<KeyProblem>().Text is { } problem)
        {
            throw new StartRefusedException(problem);
        }
    }

    /// <summary>Found while registering, said when there is somebody to say it to.</summary>
    private sealed record KeyProblem(string? Text);
}
