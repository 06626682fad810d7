using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LiveBoard.Core.Access;

/// <summary>
/// The secret part of a link: 128 random bits, shown once. Kept as a plain SHA-256, which is enough for what nobody can
/// guess (OWASP ASVS 5.0, 11.4), and looked up by it, so that no comparison tells by its time how near a guess is.
/// </summary>
public static class LinkSecret
{
    /// <summary>A new secret, fit for an address.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>What is kept of a secret: 64 hexadecimal digits. No secret has one too, that no link answers to.</summary>
    public static string Hash(string? secret) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret ?? "")));
}
