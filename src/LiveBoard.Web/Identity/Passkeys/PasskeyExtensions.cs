using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Web.Identity.Passkeys;

/// <summary>Which passkeys are accepted.</summary>
internal static class PasskeyExtensions
{
    public static void AddLiveBoardPasskeys(this IServiceCollection services)
    {
        services.AddScoped<PasskeyService>();
        services
            .AddOptions<IdentityPasskeyOptions>()
            .Configure<IConfiguration>(
                (passkeys, configuration) =>
                {
                    // Without its owner's face, finger or PIN a passkey would be a key that anybody can turn.
                    passkeys.UserVerificationRequirement = "required";
                    // It knows whose it is, so that nobody has to type a name, nor can ask which names there are.
                    passkeys.ResidentKeyRequirement = "required";
                    if (Uri.TryCreate(configuration["LiveBoard:PublicUrl"], UriKind.Absolute, out var own))
                    {
                        passkeys.ServerDomain = own.Host;
                        passkeys.ValidateOrigin = context =>
                            ValueTask.FromResult(
                                !context.CrossOrigin && context.Origin == own.GetLeftPart(UriPartial.Authority)
                            );
                    }
                }
            );
    }
}
