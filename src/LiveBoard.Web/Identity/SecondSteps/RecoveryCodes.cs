using System.Security.Cryptography;
using System.Text;

namespace LiveBoard.Web.Identity.SecondSteps;

/// <summary>How recovery codes look: 24 letters and digits, 120 random bits, in groups of six.</summary>
internal static class RecoveryCodes
{
    /// <summary>Codes that a person gets at once.</summary>
    public const int Count = 10;

    private const int Length = 24;
    private const int GroupLength = 6;

    /// <summary>Crockford's base 32: without letters that are read as digits.</summary>
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string Create() =>
        string.Join(
            '-',
            RandomNumberGenerator.GetItems<char>(Alphabet, Length).Chunk(GroupLength).Select(group => new string(group))
        );

    /// <summary>What is kept of a code, however it is written: with other gaps, in capitals, or with letters for digits.</summary>
    public static string Hash(string? code)
    {
        var plain = (code ?? "")
            .Where(char.IsAsciiLetterOrDigit)
            .Select(char.ToLowerInvariant)
            .Select(c =>
                c is 'o' ? '0'
                : c is 'i' or 'l' ? '1'
                : c
            );
        return Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(plain))));
    }
}
