using System.Security.Cryptography;
using System.Text;
using OtpNet;

namespace LiveBoard.Web.Identity.SecondSteps;

/// <summary>Codes of authenticator apps: six digits, SHA-1, a new one every 30 seconds (RFC 6238).</summary>
internal static class AuthenticatorCode
{
    public const int Digits = 6;

    private const int SecretBytes = 20;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    public static byte[] CreateSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>The time step whose code this is: now, or one step to either side for clocks that differ; null for a wrong code.</summary>
    public static long? StepOf(byte[] secret, string? code, DateTime now)
    {
        var digits = Encoding.ASCII.GetBytes(string.Concat((code ?? "").Where(c => !char.IsWhiteSpace(c))));
        var totp = new Totp(secret);
        long? step = null;
        // All three are looked at, however early one fits: the time taken says nothing.
        foreach (var offset in (ReadOnlySpan<int>)[-1, 0, 1])
        {
            var at = now + (offset * Step);
            if (CryptographicOperations.FixedTimeEquals(digits, Encoding.ASCII.GetBytes(totp.ComputeTotp(at))))
            {
                step = at.Ticks / Step.Ticks;
            }
        }

        return step;
    }

    /// <summary>The secret as people type it, in groups of four.</summary>
    public static string Spell(byte[] secret) =>
        string.Join(' ', Base32Encoding.ToString(secret).TrimEnd('=').Chunk(4).Select(group => new string(group)));

    /// <summary>What the picture for the app's camera says.</summary>
    public static string AddressOf(byte[] secret, string account, string issuer) =>
        new OtpUri(OtpType.Totp, secret, account, issuer).ToString();
}
