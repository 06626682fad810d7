using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.Extensions.Primitives;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace LiveBoard.OpenIdProvider;

/// <summary>
/// An OpenID Connect provider for tests, run as a process of its own: OpenIddict, with a page on which whoever comes says
/// who they are. Everything that the specification asks of a provider is OpenIddict's; only the people are made up.
/// </summary>
internal static class ProviderProgram
{
    public static async Task Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder
            .Services.AddOpenIddict()
            .AddServer(server =>
            {
                server
                    .SetAuthorizationEndpointUris("authorize")
                    .SetTokenEndpointUris("token")
                    .SetUserInfoEndpointUris("userinfo")
                    .AllowAuthorizationCodeFlow()
                    .RequireProofKeyForCodeExchange()
                    .RegisterScopes(Scopes.Profile, Scopes.Email)
                    .AddEphemeralEncryptionKey()
                    .AddEphemeralSigningKey()
                    .EnableDegradedMode();
                server
                    .UseAspNetCore()
                    .EnableAuthorizationEndpointPassthrough()
                    .EnableUserInfoEndpointPassthrough()
                    .DisableTransportSecurityRequirement();
                // Without a database the one client is checked here.
                server.AddEventHandler<ValidateAuthorizationRequestContext>(handler =>
                    handler.UseInlineHandler(context =>
                    {
                        if (context.ClientId != TestClient.Id)
                        {
                            context.Reject(Errors.InvalidClient, "There is no such client.");
                        }

                        return ValueTask.CompletedTask;
                    })
                );
                server.AddEventHandler<ValidateTokenRequestContext>(handler =>
                    handler.UseInlineHandler(context =>
                    {
                        if (context.ClientId != TestClient.Id || context.ClientSecret != TestClient.Secret)
                        {
                            context.Reject(Errors.InvalidClient, "There is no such client.");
                        }

                        return ValueTask.CompletedTask;
                    })
                );
            });
        var app = builder.Build();

        app.MapGet("/authorize", (HttpContext http) => Results.Content(SignInForm.For(http.Request), "text/html"));
        app.MapPost(
            "/authorize",
            async (HttpContext http) =>
            {
                var form = await http.Request.ReadFormAsync();
                var request = http.GetOpenIddictServerRequest()!;
                var identity = new ClaimsIdentity(
                    OpenIddictServerAspNetCoreDefaults.AuthenticationScheme,
                    Claims.Name,
                    Claims.Role
                );
                identity.SetClaim(Claims.Subject, form["sub"]);
                identity.SetClaim(Claims.Name, form["name"]);
                if (!StringValues.IsNullOrEmpty(form["email"]))
                {
                    identity.SetClaim(Claims.Email, form["email"]);
                    identity.SetClaim(Claims.EmailVerified, form["verified"] == "on");
                }

                if (form["mfa"] == "on")
                {
                    identity.SetClaims(Claims.AuthenticationMethodReference, ["pwd", "mfa"]);
                }

                if (request.MaxAge is not null)
                {
                    var askedAt =
                        TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - (form["stale"] == "on" ? 3600 : 0);
                    identity.SetClaim(Claims.AuthenticationTime, askedAt);
                }

                identity.SetScopes(request.GetScopes());
                identity.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
                return Results.SignIn(
                    new ClaimsPrincipal(identity),
                    properties: null,
                    OpenIddictServerAspNetCoreDefaults.AuthenticationScheme
                );
            }
        );
        app.MapGet(
            "/userinfo",
            async (HttpContext http) =>
            {
                var known =
                    await Microsoft.AspNetCore.Authentication.AuthenticationHttpContextExtensions.AuthenticateAsync(
                        http,
                        OpenIddictServerAspNetCoreDefaults.AuthenticationScheme
                    );
                return known.Principal is not { } person
                    ? Results.Unauthorized()
                    : Results.Json(
                        new Dictionary<string, object?>(StringComparer.Ordinal)
                        {
                            [Claims.Subject] = person.GetClaim(Claims.Subject),
                            [Claims.Name] = person.GetClaim(Claims.Name),
                            [Claims.Email] = person.GetClaim(Claims.Email),
                            [Claims.EmailVerified] = person.GetClaim(Claims.EmailVerified) == "true",
                        }
                    );
            }
        );
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"listening {app.Urls.First()}"));
        await app.RunAsync();
    }
}
