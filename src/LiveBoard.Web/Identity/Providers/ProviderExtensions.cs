using LiveBoard.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace LiveBoard.Web.Identity.Providers;

/// <summary>Registers the identity provider, if one is set.</summary>
internal static class ProviderExtensions
{
    /// <summary>The scheme's name, which connected accounts are stored under.</summary>
    public const string Scheme = "OpenIdConnect";

    public static AuthenticationBuilder AddLiveBoardProvider(
        this AuthenticationBuilder authentication,
        IConfiguration configuration
    )
    {
        var settings = configuration.GetSection(ProviderSettings.Section).Get<ProviderSettings>() ?? new();
        authentication.Services.AddSingleton(settings);
        authentication.Services.AddScoped<ProviderSignIn>();
        return settings is { IsSet: true, Problem: null }
            ? authentication.AddOpenIdConnect(Scheme, settings.Name, provider => Configure(provider, settings))
            : authentication;
    }

    /// <exception cref="StartRefusedException">The settings cannot be used.</exception>
    public static void RefuseUnusableProvider(this WebApplication app)
    {
        if (app.Services.GetRequiredService<ProviderSettings>().Problem is { } problem)
        {
            throw new StartRefusedException(problem);
        }
    }

    private static void Configure(OpenIdConnectOptions provider, ProviderSettings settings)
    {
        provider.SignInScheme = IdentityConstants.ExternalScheme;
        provider.Authority = settings.Authority;
        provider.ClientId = settings.ClientId;
        provider.ClientSecret = settings.ClientSecret;
        provider.RequireHttpsMetadata = !new Uri(settings.Authority).IsLoopback;
        provider.CallbackPath = "/signin/provider/callback";
        // The code comes back in the address: of use once, and only to whoever has the verifier (RFC 7636).
        provider.ResponseType = OpenIdConnectResponseType.Code;
        provider.ResponseMode = OpenIdConnectResponseMode.Query;
        provider.UsePkce = true;
        provider.Scope.Clear();
        foreach (var scope in (string[])["openid", "profile", "email"])
        {
            provider.Scope.Add(scope);
        }

        // Claims keep the names that the specification gives them.
        provider.MapInboundClaims = false;
        provider.GetClaimsFromUserInfoEndpoint = true;
        provider.ClaimActions.MapUniqueJsonKey("email", "email");
        provider.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");
        provider.ClaimActions.MapUniqueJsonKey("name", "name");
        // Who signed in is all that is asked for: what else the provider would let us do is not kept.
        provider.SaveTokens = false;
        provider.CorrelationCookie.SameSite = SameSiteMode.Lax;
        provider.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        provider.NonceCookie.SameSite = SameSiteMode.Lax;
        provider.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        provider.Events.OnRedirectToIdentityProvider = context =>
        {
            if (context.Properties.GetParameter<bool>(ProviderSignIn.AskAnew))
            {
                // Being signed in over there is not enough: it must ask, and say when it did.
                context.ProtocolMessage.Prompt = "login";
                context.ProtocolMessage.MaxAge = "0";
            }

            return Task.CompletedTask;
        };
        provider.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.Response.Redirect("/signin?provider=failed");
            return Task.CompletedTask;
        };
    }
}
