using LiveBoard.Core.Data;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity.Guests;
using LiveBoard.Web.Identity.Keys;
using LiveBoard.Web.Identity.Passkeys;
using LiveBoard.Web.Identity.Providers;
using LiveBoard.Web.Identity.SecondSteps;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Identity;

/// <summary>Registers accounts and sign-in. Everything needs a sign-in unless it says otherwise.</summary>
internal static class IdentityExtensions
{
    public static IServiceCollection AddLiveBoardIdentity(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services.Configure<LimitSettings>(configuration.GetSection(LimitSettings.Section));
        services
            .AddOptions<SessionSettings>()
            .Bind(configuration.GetSection(SessionSettings.Section))
            .Validate(SessionSettings.AreUsable, SessionSettings.Refusal)
            .ValidateOnStart();
        services.AddLiveBoardKeys(configuration);
        services.AddHttpContextAccessor();
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(PendingSignIn.Scheme, cookie => ConfigureBriefCookie(cookie, "Pending"))
            .AddCookie(
                GuestCookie.Scheme,
                cookie =>
                {
                    ConfigureBriefCookie(cookie, "Guest");
                    cookie.ExpireTimeSpan = GuestCookie.Lasts;
                }
            )
            .AddLiveBoardProvider(configuration)
            .AddIdentityCookies(cookies =>
            {
                cookies
                    .ApplicationCookie!.Configure(ConfigureCookie)
                    .Configure<IOptions<SessionSettings>>(
                        (cookie, sessions) => cookie.ExpireTimeSpan = sessions.Value.Absolute
                    );
                cookies.ExternalCookie!.Configure(cookie => ConfigureBriefCookie(cookie, "Provider"));
                // Where Identity keeps a passkey's challenge.
                cookies.TwoFactorUserIdCookie!.Configure(cookie => ConfigureBriefCookie(cookie, "Challenge"));
            });
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services
            .AddIdentityCore<ApplicationUser>(ConfigureIdentity)
            .AddEntityFrameworkStores<LiveBoardDbContext>()
            .AddSignInManager<LiveBoardSignInManager>()
            .AddPasswordValidator<PasswordRules>();
        // OWASP's figure for PBKDF2 with SHA-512; hashes made with fewer are renewed at the next sign-in.
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.Configure<SecurityStampValidatorOptions>(stamp =>
        {
            stamp.ValidationInterval = TimeSpan.FromMinutes(1);
            stamp.OnRefreshingPrincipal = refresh =>
            {
                SignInSessions.Keep(refresh.CurrentPrincipal!, refresh.NewPrincipal!);
                return Task.CompletedTask;
            };
        });
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
        services.AddScoped<LiveBoardSignInManager>(p =>
            (LiveBoardSignInManager)p.GetRequiredService<SignInManager<ApplicationUser>>()
        );
        services.AddScoped<CurrentUser>();
        services.AddScoped<CircuitConfirmation>();
        services.AddScoped<AccountService>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<PendingSignIn>();
        services.AddScoped<SecondStepService>();
        services.AddScoped<SecondStepSignIn>();
        services.AddSingleton<SecondStepSecrets>();
        services.AddSingleton<SecondStepDuty>();
        services.AddLiveBoardPasskeys();
        services.AddSingleton<DecoyPassword>();
        services.AddSingleton<SignInSessions>();
        services.AddSingleton<SetupCode>();
        services.AddSingleton<SetupState>();
        services.AddSingleton<Throttle>();
        return services;
    }

    private static void ConfigureIdentity(IdentityOptions identity)
    {
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        identity.User.RequireUniqueEmail = true;
        // What an e-mail address may hold is checked by EmailAddress; the user name is the address.
        identity.User.AllowedUserNameCharacters = "";
        identity.Password.RequiredLength = PasswordRules.MinLength;
        identity.Password.RequiredUniqueChars = 1;
        identity.Password.RequireDigit = false;
        identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = false;
        identity.Password.RequireNonAlphanumeric = false;
        // Locking an account would let anybody lock anybody out; Throttle counts per user and source instead.
        identity.Lockout.AllowedForNewUsers = false;
    }

    private static void ConfigureCookie(CookieAuthenticationOptions cookie)
    {
        cookie.LoginPath = "/signin";
        cookie.LogoutPath = "/signout";
        cookie.AccessDeniedPath = "/status/403";
        cookie.ReturnUrlParameter = "returnUrl";
        // How long a sign-in is good is decided by its row: an open page uses it without any request.
        cookie.SlidingExpiration = false;
        Guard(cookie, "LiveBoard");
        cookie.Events.OnValidatePrincipal = async context =>
        {
            var sessions = context.HttpContext.RequestServices.GetRequiredService<SignInSessions>();
            if (context.Principal is { } user && !await sessions.IsGoodAsync(user, context.HttpContext.RequestAborted))
            {
                context.RejectPrincipal();
                return;
            }

            await SecurityStampValidator.ValidatePrincipalAsync(context);
        };
    }

    /// <summary>For what is under way between two pages.</summary>
    private static void ConfigureBriefCookie(CookieAuthenticationOptions cookie, string name)
    {
        cookie.ExpireTimeSpan = PendingSignIn.Lasts;
        cookie.SlidingExpiration = false;
        Guard(cookie, $"LiveBoard.{name}");
    }

    private static void Guard(CookieAuthenticationOptions cookie, string name)
    {
        cookie.CookieManager = new HostPrefixCookieManager();
        cookie.Cookie.Name = name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
