using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace LiveBoard.Web.Identity.SecondSteps;

/// <summary>
/// Keeps the secrets of authenticator apps from whoever reads the database without its keys. Unlike a hash they must be
/// readable: the product has to compute the same codes. Thread-safe; lives as long as the application.
/// </summary>
internal sealed class SecondStepSecrets(IDataProtectionProvider protection)
{
    /// <summary>How long somebody may take to set the app up.</summary>
    private static readonly TimeSpan OfferLasts = TimeSpan.FromMinutes(15);

    private readonly IDataProtector _kept = protection.CreateProtector("LiveBoard.SecondStep.Secret");
    private readonly ITimeLimitedDataProtector _offers = protection
        .CreateProtector("LiveBoard.SecondStep.Offer")
        .ToTimeLimitedDataProtector();

    public string Protect(byte[] secret) => Convert.ToBase64String(_kept.Protect(secret));

    /// <summary>Also under keys that were revoked, which ends sign-ins, not second steps.</summary>
    public byte[] Unprotect(string secret) =>
        ((IPersistedDataProtector)_kept).DangerousUnprotect(Convert.FromBase64String(secret), true, out _, out _);

    /// <summary>A secret on its way through the page on which a person sets the app up, of use to that person only.</summary>
    public string Offer(byte[] secret, Guid userId) =>
        _offers.Protect(Convert.ToBase64String([.. userId.ToByteArray(), .. secret]), OfferLasts);

    /// <summary>The secret that was offered; null when it was to somebody else, too long ago, or never.</summary>
    public byte[]? Accept(string? offer, Guid userId)
    {
        try
        {
            var bytes = Convert.FromBase64String(_offers.Unprotect(offer ?? ""));
            return new Guid(bytes.AsSpan(0, 16)) == userId ? bytes[16..] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
