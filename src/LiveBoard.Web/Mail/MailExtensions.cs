using LiveBoard.Web.Hosting;
using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Mail;

/// <summary>Registers mail.</summary>
internal static class MailExtensions
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<MailSettings>(configuration.GetSection(MailSettings.Section));
        services.AddSingleton<Mailer>();
        services.AddHostedService(provider => provider.GetRequiredService<Mailer>());
        services.AddSingleton<ResetMail>();
        services.AddSingleton<NotificationMail>();
        services.AddSingleton<NotificationPost>();
        services.AddHostedService<NotificationMailing>();
        return services;
    }

    /// <exception cref="StartRefusedException">Mail is set in a way that cannot be used.</exception>
    public static void RefuseUnusableMail(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<IOptions<MailSettings>>().Value;
        if (settings.ProblemWith(app.Configuration["LiveBoard:PublicUrl"]) is { } problem)
        {
            throw new StartRefusedException(problem);
        }
    }
}
