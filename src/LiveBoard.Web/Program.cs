using LiveBoard.Web.Backups;
using LiveBoard.Web.CommandLine;
using LiveBoard.Web.Components.Layout;
using LiveBoard.Web.Components.Notifications;
using LiveBoard.Web.Components.Work;
using LiveBoard.Web.Endpoints;
using LiveBoard.Web.Endpoints.Metrics;
using LiveBoard.Web.Files;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Identity.Guests;
using LiveBoard.Web.Identity.Keys;
using LiveBoard.Web.Identity.Providers;
using LiveBoard.Web.Identity.SecondSteps;
using LiveBoard.Web.Mail;
using LiveBoard.Web.Telemetry;
using Microsoft.AspNetCore.Connections;
using MudBlazor.Services;

// Words are none of the settings: of a path that begins with a slash, the framework would make the name of one.
var words = Commands.WordsOf(args);
var builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = args[words.Count..], ContentRootPath = AppDirectorySettings.ContentRoot }
);
builder.Configuration.AddAppDirectorySettings(builder.Environment);
if (words is [HealthCommand.Word])
{
    return await HealthCommand.AskAsync(builder.Configuration);
}

builder.ListenLocallyUnlessConfigured();
builder.Logging.KeepAddressesOut();
builder.WebHost.UseStaticWebAssets();
builder.Services.AddLiveBoardCore(builder.Configuration, builder.Environment);
builder.Services.AddLiveBoardIdentity(builder.Configuration);
builder.Services.AddLiveBoardHealth();
builder.Services.AddLiveBoards(builder.Configuration);
builder.Services.AddFiles();
builder.Services.AddBackups();
builder.Services.AddTelemetry(builder.Configuration);
builder.Services.AddMail(builder.Configuration);
builder.Services.AddSafety(builder.Configuration);
builder.Services.AddLivePages(builder.Environment);
builder.Services.AddMudServices();
builder.Services.AddScoped<OverlayHost>();
builder.Services.AddScoped<NewsHost>();
builder.Services.AddScoped<WorkHost>();

var app = builder.Build();
app.UseForwardedHeaders();
app.UseSecurityHeaders();
app.UseTelemetry();
app.UseErrorPages();
app.UseSocketOriginGuard();
app.UseAccountFormLimit();
app.UseAuditTrail();
app.UseSetupGate();
app.UseAuthentication();
app.UseGuests();
app.UseAuthorization();
app.UseSecondStepGate();
app.UseLiveConnectionLimits();
app.UseRateLimiter();
app.UseAntiforgery();
app.MapStaticAssets().AllowAnonymous();
app.MapHealth();
app.MapAccountEndpoints();
app.MapPasskeyEndpoints();
app.MapPersonalDataEndpoints();
app.MapProviderEndpoints();
app.MapImportEndpoints();
app.MapTableEndpoints();
app.MapFileEndpoints();
app.MapMetricEndpoints();
app.MapBackupEndpoints();
app.MapLivePages();

try
{
    app.RefuseUnusableProvider();
    app.RefuseUnusableKeys();
    app.RefuseUnusableMail();
    app.RefuseServedFiles();
    app.RefuseUnusableTelemetry();
    if (await app.RunCommandAsync(words) is { } exitCode)
    {
        return exitCode;
    }

    await app.Services.GetRequiredService<DatabasePreparation>().RunAsync();

    app.AnnounceSetup();
    await app.RunAsync();
    return 0;
}
catch (StartRefusedException refused)
{
    app.Logger.LogCritical("LiveBoard does not start. {Reason}", refused.Message);
    return 1;
}
catch (IOException busy) when (busy.InnerException is AddressInUseException)
{
    app.Logger.LogCritical("LiveBoard does not start. {Reason} Choose another with --urls.", busy.Message);
    return 1;
}
