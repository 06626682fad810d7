using System.Security.Cryptography;
using System.Text;

namespace LiveBoard.Web.Identity;

/// <summary>
/// The one-time code that proves whoever sets the product up can read its log. Made anew at every start, kept in memory
/// only. 128 bits.
/// </summary>
internal sealed class SetupCode
{
    private readonly byte[] _code = RandomNumberGenerator.GetBytes(16);

    /// <summary>As people read it: eight groups of four.</summary>
    public override string ToString() =>
        string.Join('-', Convert.ToHexString(_code).Chunk(4).Select(c => new string(c)));

    /// <summary>Compares without telling by time how much was right. Case, spaces and dashes do not matter.</summary>
    public bool IsRight(string? given)
    {
        var typed = new string([.. (given ?? "").Where(char.IsAsciiHexDigit).Take(33)]).ToUpperInvariant();
        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(typed),
            Encoding.ASCII.GetBytes(Convert.ToHexString(_code))
        );
    }
}
